//! The mail account through which the edition writes to all users.

use crate::arguments::Arguments;
use crate::arguments::cloud::{GroundArguments, MailSet, MailVerb, SecurityWord};
use crate::cloud::ground::Ground;
use crate::failure::Failure;
use crate::output::{say, say_json};
use books::Key;
use mail::{MailSettings, Mailbox, Secret, Security};
use serde_json::{Value, json};

/// The variable with the password.
const PASSWORD: &str = "TIJORI_MAIL_PASSWORD";

/// Does what was asked for.
pub fn run(
    arguments: &Arguments,
    wanted: &GroundArguments,
    verb: &MailVerb,
) -> Result<u8, Failure> {
    let vault = Ground::open(wanted)?.vault(Key::NIL);
    match verb {
        MailVerb::Set(typed) => vault.keep_installation_mail(&settings(typed)?)?,
        MailVerb::Show => {}
        MailVerb::Remove => vault.forget_installation_mail()?,
    }
    let kept = vault.installation_mail()?;
    if arguments.json {
        say_json(&json!({ "mail": kept.as_ref().map(facts) }))?;
    } else if let Some(kept) = kept {
        let (host, port) = (&kept.host, kept.port);
        say(&format!(
            "{host}:{port}\t{}\t{}",
            kept.security.code(),
            kept.from
        ))?;
    }
    Ok(0)
}

fn settings(typed: &MailSet) -> Result<MailSettings, Failure> {
    Ok(MailSettings {
        port: typed.port,
        security: match typed.security {
            SecurityWord::Tls => Security::Tls,
            SecurityWord::Starttls => Security::StartTls,
            SecurityWord::None => Security::None,
        },
        username: typed.username.clone(),
        password: Secret::new(std::env::var(PASSWORD).unwrap_or_default()),
        emails_per_hour: typed.per_hour,
        ..MailSettings::new(&typed.host, Mailbox::parse(&typed.from)?)
    })
}

fn facts(settings: &MailSettings) -> Value {
    json!({
        "host": settings.host,
        "port": settings.port,
        "security": settings.security.code(),
        "username": settings.username,
        "from": settings.from.to_string(),
        "emails_per_hour": settings.emails_per_hour,
    })
}
