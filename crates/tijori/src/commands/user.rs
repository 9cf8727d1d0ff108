//! Users from the command line: for an administrator who cannot get in any more.

use crate::arguments::{Arguments, UserVerb};
use crate::failure::Failure;
use crate::output::{say, say_json};
use crate::people::{in_folder, sign_in};
use crate::program::Program;
use jiff::Timestamp;
use pages::Locale;
use serde_json::{Value, json};
use users::{Presented, Purpose, SignIn, User, UsersError, clean_name};

/// Does what was asked for.
pub fn run(arguments: &Arguments, verb: &UserVerb, _locale: Locale) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let sign_in = sign_in(&program.app, in_folder(&program.folder)?)?;
    match verb {
        UserVerb::List => list(arguments, &sign_in),
        UserVerb::Link { name, origin } => {
            let user = find(&sign_in, name)?;
            let secret = sign_in.make_link(user.key, Purpose::NewPassword, Timestamp::now())?;
            let link = format!("{}/new-password/{}", origin.trim_end_matches('/'), secret.0);
            tell(arguments, &link, &json!({ "link": link }))
        }
        UserVerb::ForgetSecondFactor { name } => {
            let user = find(&sign_in, name)?;
            sign_in.forget_second_factor(&user, &Presented::default(), Timestamp::now())?;
            tell(arguments, &user.name, &json!({ "user": of_user(&user) }))
        }
    }
}

fn list(arguments: &Arguments, sign_in: &SignIn) -> Result<u8, Failure> {
    let users = sign_in.directory().users()?;
    if arguments.json {
        let users: Vec<Value> = users.iter().map(of_user).collect();
        say_json(&json!({ "users": users }))?;
        return Ok(0);
    }
    for user in &users {
        let state = if user.is_disabled { "-" } else { "+" };
        say(&format!(
            "{state} {}\t{}\t{}",
            user.name,
            user.role.code(),
            user.full_name
        ))?;
    }
    Ok(0)
}

fn tell(arguments: &Arguments, words: &str, document: &Value) -> Result<u8, Failure> {
    match arguments.json {
        true => say_json(document)?,
        false => say(words)?,
    }
    Ok(0)
}

fn of_user(user: &User) -> Value {
    json!({
        "key": user.key.to_string(),
        "name": user.name,
        "full_name": user.full_name,
        "email": user.email,
        "role": user.role.code(),
        "disabled": user.is_disabled,
    })
}

fn find(sign_in: &SignIn, name: &str) -> Result<User, Failure> {
    let user = sign_in.directory().user_named(&clean_name(name)?)?;
    Ok(user.ok_or(UsersError::UserNotFound)?)
}
