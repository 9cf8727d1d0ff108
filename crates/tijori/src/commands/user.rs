//! Users from the command line: for an administrator who cannot get in any more.
//!
//! The file of the users is a database of its own beside the businesses, and nothing of it is
//! remembered between two requests: these commands work beside a running server, and it sees at the
//! next request what they did (SPEC-users.md, 5.4).

mod log;

use super::server::read_origin;
use crate::arguments::{Arguments, UserVerb};
use crate::data_folder::data_folder;
use crate::failure::Failure;
use crate::output::{say, say_json};
use crate::people::{in_folder, is_in, kept_origin, sign_in_with};
use crate::program::require_own;
use jiff::Timestamp;
use pages::Locale;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use users::{Directory, MemoryDirectory, Presented, Purpose, SignIn, User, UsersError, clean_name};

/// Does what was asked for.
pub fn run(arguments: &Arguments, verb: &UserVerb, locale: Locale) -> Result<u8, Failure> {
    let folder = data_folder(arguments.data.as_deref())?;
    if !arguments.shared_folder {
        require_own(&folder)?;
    }
    let directory = directory(&folder)?;
    match verb {
        UserVerb::List => list(arguments, directory.as_ref()),
        UserVerb::Log { count } => log::run(arguments, directory.as_ref(), *count, locale),
        UserVerb::Link { name, origin } => {
            // What is wrong with the address is said before a link is made that nobody could use.
            let origin = origin_of(origin, || kept_origin(&folder))?;
            let user = find(directory.as_ref(), name)?;
            let sign_in = sign_in(&folder, directory)?;
            let (who, how) = ((user.key, None), (&Presented::default(), "command-line"));
            let now = Timestamp::now();
            let secret = sign_in.make_link_for(who, Purpose::NewPassword, how, now)?;
            let link = format!("{origin}/new-password/{}", secret.0);
            tell(arguments, &link, &json!({ "link": link }))
        }
        UserVerb::ForgetSecondFactor { name } => {
            let user = find(directory.as_ref(), name)?;
            let sign_in = sign_in(&folder, directory)?;
            sign_in.forget_second_factor(&user, &Presented::default(), Timestamp::now())?;
            tell(arguments, &user.name, &json!({ "user": of_user(&user) }))
        }
    }
}

/// The users of a data folder; where no server was started yet nobody is there, and nothing is
/// made.
fn directory(folder: &Path) -> Result<Arc<dyn Directory>, Failure> {
    match is_in(folder) {
        true => in_folder(folder),
        false => Ok(Arc::new(MemoryDirectory::default())),
    }
}

fn sign_in(folder: &Path, directory: Arc<dyn Directory>) -> Result<SignIn, Failure> {
    let mailroom = web::Mailroom::new(folder);
    sign_in_with(mailroom.vault()?, directory)
}

/// Where the link leads: what was said, else what is known of it otherwise.
pub(super) fn origin_of(said: &str, known: impl Fn() -> Option<String>) -> Result<String, Failure> {
    if !said.is_empty() {
        return Ok(read_origin(said)?.text());
    }
    known().ok_or_else(|| {
        let arguments = vec![
            ("option", "--origin".to_owned()),
            ("example", "https://books.example.com".to_owned()),
        ];
        Failure::usage("origin-needed", arguments)
    })
}

/// Prints all users.
pub(super) fn list(arguments: &Arguments, directory: &dyn Directory) -> Result<u8, Failure> {
    let users = directory.users()?;
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

/// Says what was done, in words or as a document.
pub(super) fn tell(arguments: &Arguments, words: &str, document: &Value) -> Result<u8, Failure> {
    match arguments.json {
        true => say_json(document)?,
        false => say(words)?,
    }
    Ok(0)
}

/// A user as a document, without anything that proves who they are.
pub(super) fn of_user(user: &User) -> Value {
    json!({
        "key": user.key.to_string(),
        "name": user.name,
        "full_name": user.full_name,
        "email": user.email,
        "role": user.role.code(),
        "disabled": user.is_disabled,
    })
}

/// The user with this name, however it is typed.
pub(super) fn find(directory: &dyn Directory, name: &str) -> Result<User, Failure> {
    let unknown = || {
        let arguments = vec![("name", name.to_owned())];
        Failure::usage("user-unknown", arguments)
    };
    let user = match clean_name(name) {
        Ok(name) => directory.user_named(&name)?,
        // What can be nobody's name is nobody's.
        Err(UsersError::NameRefused(_)) => None,
        Err(error) => return Err(error.into()),
    };
    user.ok_or_else(unknown)
}
