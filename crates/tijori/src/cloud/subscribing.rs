//! Somebody becomes a subscriber: the row, the place and schedule of the backups, and the first
//! administrator (docs/SPEC-cloud.md, 8.4 and 11.1).

use super::ground::{Ground, PLACE};
use super::{catalog_key, trouble_of_store, trouble_of_users};
use books::Key;
use catalog::{Catalog, CatalogError, Contents, Rhythm, Schedule, Subscriber, Trouble};
use jiff::Timestamp;
use jiff::civil::Time;
use store_postgres::{CatalogRows, SubscriberRows, UsersRows};
use users::{Directory, KeptDirectory, Presented, Role, User, UsersError};
use users::{clean_full_name, clean_name, is_unseen};

/// The longest name of a firm, in letters.
const FIRM_LETTERS_MAX: usize = 200;
/// The hours of night over which the backups of all subscribers are spread.
const NIGHT_FROM: i8 = 1;
const NIGHT_HOURS: u8 = 4;

/// Somebody who wants to subscribe.
pub struct Newcomer<'a> {
    /// The name of the firm.
    pub firm: &'a str,
    /// The person's own name.
    pub full_name: &'a str,
    /// What to sign in with.
    pub email: &'a str,
    /// The password; none where a link for it is made.
    pub password: Option<&'a str>,
}

/// Makes a subscriber on trial, with one administrator.
///
/// # Errors
/// `sign-up-firm`, `sign-up-email`, `sign-up-refused`, `full-name-refused`, those of the password,
/// and those of the database. Nothing is left behind that somebody could sign in with.
pub fn subscribe(
    ground: &Ground,
    newcomer: &Newcomer<'_>,
    from: &Presented,
    now: Timestamp,
) -> Result<(Subscriber, User), Trouble> {
    let bare = |code: &str| Trouble::new(code, Vec::new());
    let firm = newcomer.firm.trim();
    let is_fine = !firm.is_empty()
        && firm.chars().count() <= FIRM_LETTERS_MAX
        && !firm.chars().any(is_unseen);
    if !is_fine {
        return Err(bare("sign-up-firm"));
    }
    let name = email_of(newcomer.email).ok_or_else(|| bare("sign-up-email"))?;
    let full_name = clean_full_name(newcomer.full_name, &name);
    let full_name = full_name.map_err(|it| trouble_of_users(&it))?;
    let user = User {
        key: key()?,
        email: name.clone(),
        name,
        full_name,
        role: Role::Administrator,
        is_disabled: false,
        created_at: now,
    };
    if let Some(password) = newcomer.password {
        let about = [user.name.as_str(), &user.full_name, firm];
        users::check_password(password, &about, false).map_err(|it| trouble_of_users(&it))?;
    }
    let subscriber = Subscriber::on_trial(catalog_key(key()?), firm, now);
    make(ground, &subscriber, &user, newcomer.password, from, now)?;
    Ok((subscriber, user))
}

fn make(
    ground: &Ground,
    subscriber: &Subscriber,
    user: &User,
    password: Option<&str>,
    from: &Presented,
    now: Timestamp,
) -> Result<(), Trouble> {
    let key = super::books_key(subscriber.key);
    ground
        .subscribers
        .add(subscriber)
        .map_err(|error| trouble_of_store(&error))?;
    let made = settle(ground, key, now).and_then(|()| {
        let directory = KeptDirectory(UsersRows::new(ground.database.clone(), key));
        let kept = directory.put_user(user).and_then(|()| match password {
            Some(password) => ground
                .sign_in(key)
                .set_password(user, password, None, from, now),
            None => Ok(()),
        });
        kept.map_err(|error| match error {
            // Whose the name is, is told to nobody.
            UsersError::NameTaken(_) => Trouble::new("sign-up-refused", Vec::new()),
            other => trouble_of_users(&other),
        })
    });
    if made.is_err() {
        // A subscriber whom nobody can be signed in as harms nobody, should this fail too.
        let _ = SubscriberRows::remove(&ground.subscribers, key);
    }
    made
}

/// Makes the place and the schedule of a subscriber's backups where they are not, and brings the
/// place up to the settings of the edition.
///
/// # Errors
/// When the catalogue cannot be read or written.
pub fn settle(ground: &Ground, subscriber: Key, now: Timestamp) -> Result<(), Trouble> {
    let told = |error: CatalogError| Trouble::new(error.code(), error.arguments());
    let catalog = CatalogRows::new(ground.database.clone(), subscriber);
    let place = ground.place(subscriber);
    let places = catalog.places().map_err(told)?;
    // Nobody has no backups.
    if places.contains(&place) || subscriber == Key::NIL {
        return Ok(());
    }
    catalog.put_place(&place).map_err(told)?;
    if places.iter().any(|it| it.key == PLACE) {
        return Ok(());
    }
    let schedule = Schedule {
        key: catalog_key(key()?),
        business: None,
        rhythm: Rhythm::Daily(night_time(subscriber)),
        places: vec![PLACE],
        contents: Contents::ALL,
        passphrase: None,
        is_rehearsed: true,
        alarm_to: None,
        is_on: true,
        since: now,
    };
    catalog.put_schedule(&schedule).map_err(told)
}

/// When backups of a subscriber are made: spread over the night by the key.
fn night_time(subscriber: Key) -> Time {
    let [.., hour, minute] = *subscriber.as_bytes();
    let hour = NIGHT_FROM + i8::try_from(hour % NIGHT_HOURS).unwrap_or(0);
    let minute = i8::try_from(minute % 60).unwrap_or(0);
    jiff::civil::time(hour, minute, 0, 0)
}

/// An address of email as a name to sign in with.
fn email_of(typed: &str) -> Option<String> {
    let name = clean_name(typed).ok()?;
    let (local, domain) = name.split_once('@')?;
    let is_fine = !local.is_empty()
        && !domain.contains('@')
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.');
    is_fine.then_some(name)
}

fn key() -> Result<Key, Trouble> {
    web::stamp::random_key().map_err(|error| Trouble::new(error.code, Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_email_are_names_and_nothing_else_is() {
        let asha = Some("asha@lamp.example".to_owned());
        assert_eq!(email_of(" Asha@Lamp.example "), asha);
        for wrong in [
            "asha",
            "@lamp.example",
            "asha@",
            "asha@lamp",
            "a@b@c.d",
            "a b@c.d",
            "a@.d",
        ] {
            assert_eq!(email_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn backups_are_made_at_night_and_not_all_at_once() {
        let of = |last: [u8; 2]| {
            let mut bytes = [0; 16];
            bytes[14..].copy_from_slice(&last);
            night_time(Key::from_bytes(bytes))
        };
        assert_eq!(of([0, 0]), jiff::civil::time(1, 0, 0, 0));
        assert_eq!(of([7, 119]), jiff::civil::time(4, 59, 0, 0));
    }
}
