//! Users of a subscriber from the command line of whoever runs the edition: for somebody who cannot
//! get in any more, and whom nobody of their own firm can help (docs/SPEC-cloud.md, 8.6).

use super::subscriber;
use crate::arguments::Arguments;
use crate::arguments::cloud::{CloudUserVerb, GroundArguments};
use crate::cloud::books_key;
use crate::cloud::ground::Ground;
use crate::cloud::letters::{self, Posted, Told};
use crate::commands::user::{find, list, of_user, origin_of, tell};
use crate::failure::Failure;
use books::Key;
use catalog::Subscriber;
use jiff::Timestamp;
use pages::Locale;
use serde_json::json;
use std::sync::Arc;
use users::{Event, EventKind, Purpose, SignIn, User};

/// What lines of the log say of how it was done: not by a user of the subscriber.
const BY_COMMAND: &str = "command-line";

/// Does what was asked for.
pub fn run(
    arguments: &Arguments,
    wanted: &GroundArguments,
    verb: &CloudUserVerb,
    locale: Locale,
) -> Result<u8, Failure> {
    match verb {
        CloudUserVerb::List { subscriber } => {
            let desk = Desk::open(wanted, subscriber)?;
            list(arguments, desk.sign_in.directory())
        }
        CloudUserVerb::Link {
            subscriber,
            name,
            origin,
        } => {
            // What is wrong with the address is said before a link is made that nobody could use.
            let origin = origin_of(origin, || None)?;
            let desk = Desk::open(wanted, subscriber)?;
            let user = find(desk.sign_in.directory(), name)?;
            let now = Timestamp::now();
            // Nothing so grave is done without a line of the log.
            desk.note(EventKind::PasswordLinkAsked, &user, now)?;
            let secret = desk
                .sign_in
                .make_link(user.key, Purpose::NewPassword, now)?;
            let link = format!("{origin}/for/{}/new-password/{}", desk.key(), secret.0);
            let posted = desk.write(locale, &user, Told::LinkMade);
            let told = json!({ "link": link, "letter": posted.code() });
            tell(arguments, &link, &told)
        }
        CloudUserVerb::ForgetSecondFactor { subscriber, name } => {
            let desk = Desk::open(wanted, subscriber)?;
            let directory = desk.sign_in.directory();
            let user = find(directory, name)?;
            desk.note(EventKind::SecondFactorChanged, &user, Timestamp::now())?;
            directory.set_second_factor(user.key, None, &[])?;
            let posted = desk.write(locale, &user, Told::FactorForgotten);
            let told = json!({ "user": of_user(&user), "letter": posted.code() });
            tell(arguments, &user.name, &told)
        }
    }
}

/// The users of one subscriber.
struct Desk {
    ground: Arc<Ground>,
    subscriber: Subscriber,
    sign_in: SignIn,
}

impl Desk {
    fn open(wanted: &GroundArguments, named: &str) -> Result<Self, Failure> {
        let ground = Ground::open(wanted)?;
        let subscriber = subscriber::find(&ground, named)?;
        Ok(Self {
            sign_in: ground.sign_in(books_key(subscriber.key)),
            subscriber,
            ground,
        })
    }

    fn key(&self) -> Key {
        books_key(self.subscriber.key)
    }

    /// A line of the subscriber's security log. Nobody of theirs did it.
    fn note(&self, kind: EventKind, about: &User, at: Timestamp) -> Result<(), Failure> {
        let noted = self.sign_in.directory().note(&Event {
            at,
            kind,
            by: None,
            about: Some(about.key),
            address: String::new(),
            detail: BY_COMMAND.to_owned(),
        });
        Ok(noted?)
    }

    fn write(&self, locale: Locale, user: &User, told: Told) -> Posted {
        letters::write(&self.ground, locale, &self.subscriber.name, user, told)
    }
}
