//! Making a business: what must be known, what is checked, and doing it. The pages and the command
//! line both come through here.

use super::starting_records::starting_records;
use super::{country, currency};
use crate::stamp::{random_key, stamp};
use crate::{App, PageError};
use backup::is_deceptive;
use books::Key;
use jiff::tz::TimeZone;
use pages::Locale;
use store::Profile;

/// The longest name, in characters; longer ones make no list readable.
pub const NAME_CHARACTERS_MAX: usize = 200;

/// What a business begins with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewBusiness {
    /// Its name.
    pub name: String,
    /// ISO 3166 code, as `BD`; empty when nobody said.
    pub country: String,
    /// ISO 4217 code, as `BDT`; empty for that of the country.
    pub currency: String,
    /// IANA name, as `Asia/Dhaka`; empty for that of the country, else the computer's.
    pub time_zone: String,
    /// The kinds whose tabs are switched on at the beginning.
    pub tabs: Vec<Key>,
}

/// What is wrong with one field: stable codes, translated by the key `error-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldError {
    /// The field: `name`, `country`, `currency` or `time_zone`.
    pub field: &'static str,
    /// What is wrong.
    pub code: &'static str,
}

impl NewBusiness {
    /// The same with blanks trimmed, codes in capitals, and what the country implies filled in.
    #[must_use]
    pub fn completed(&self, computer_zone: &str) -> Self {
        let code = self.country.trim().to_ascii_uppercase();
        let place = country(&code);
        let or = |typed: &str, usual: Option<&str>| {
            let typed = typed.trim();
            if typed.is_empty() {
                usual.unwrap_or_default().to_owned()
            } else {
                typed.to_owned()
            }
        };
        Self {
            name: self.name.trim().to_owned(),
            currency: or(&self.currency, place.map(|place| place.currency)).to_ascii_uppercase(),
            time_zone: or(
                &self.time_zone,
                Some(place.map_or(computer_zone, |place| place.time_zone)),
            ),
            country: code,
            tabs: self.tabs.clone(),
        }
    }

    /// What is wrong with it, field by field; nothing when a business can be made of it.
    pub fn errors(&self) -> Vec<FieldError> {
        let name = match self.name.chars().count() {
            0 => Some("name-needed"),
            _ if self.name.chars().any(is_deceptive) => Some("name-characters"),
            count if count > NAME_CHARACTERS_MAX => Some("name-too-long"),
            _ => None,
        };
        let known_country = self.country.is_empty() || country(&self.country).is_some();
        let currency = match (self.currency.as_str(), currency(&self.currency)) {
            ("", _) => Some("currency-needed"),
            (_, None) => Some("currency-unknown"),
            (_, Some(_)) => None,
        };
        let known_zone = TimeZone::get(&self.time_zone).is_ok();
        [
            ("name", name),
            ("country", (!known_country).then_some("country-needed")),
            ("currency", currency),
            ("time_zone", (!known_zone).then_some("time-zone-unknown")),
        ]
        .into_iter()
        .filter_map(|(field, code)| Some(FieldError { field, code: code? }))
        .collect()
    }
}

/// Makes a business with a plain chart of accounts, its accounts named in the locale's language,
/// and returns its key. `new` is completed and without errors.
///
/// # Errors
/// `business-name-in-use` when a business of that name is there; the first of
/// [`NewBusiness::errors`] when there are any; else what the store says. Nothing is left behind
/// then.
pub fn create_business(app: &App, locale: Locale, new: &NewBusiness) -> Result<Key, PageError> {
    use axum::http::StatusCode;
    if let Some(error) = new.errors().first() {
        return Err(PageError::new(StatusCode::UNPROCESSABLE_ENTITY, error.code));
    }
    let taken = app
        .store
        .businesses()?
        .into_iter()
        .any(|entry| entry.name == new.name);
    if taken {
        return Err(PageError::new(StatusCode::CONFLICT, "business-name-in-use")
            .with("name", new.name.clone()));
    }
    let profile = Profile {
        name: new.name.clone(),
        country: (!new.country.is_empty()).then(|| new.country.clone()),
        time_zone: new.time_zone.clone(),
        installation: app.installation,
        absent: Vec::new(),
    };
    let key = random_key()?;
    let records = starting_records(locale, new)?;
    let stamp = stamp(app, &new.time_zone)?;
    store::create_business(
        app.store.as_ref(),
        key,
        &profile,
        &records,
        &stamp,
        random_key()?,
    )?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_implies_currency_and_zone() {
        let new = NewBusiness {
            name: " Shop ".into(),
            country: "bd".into(),
            ..Default::default()
        };
        let complete = new.completed("Europe/Paris");
        assert_eq!(complete.name, "Shop");
        assert_eq!(complete.currency, "BDT");
        assert_eq!(complete.time_zone, "Asia/Dhaka");
        assert_eq!(complete.errors(), []);
    }

    #[test]
    fn a_name_that_looks_like_another_is_refused() {
        for name in ["a\nb", "a\u{1b}[31m", "a\u{202e}cod", "a\u{2067}b", "a\0"] {
            let new = NewBusiness {
                name: name.into(),
                country: "BD".into(),
                ..Default::default()
            };
            let codes: Vec<&str> = new
                .completed("UTC")
                .errors()
                .iter()
                .map(|error| error.code)
                .collect();
            assert_eq!(codes, ["name-characters"], "{name:?}");
        }
    }

    #[test]
    fn every_wrong_field_is_named() {
        let new = NewBusiness {
            name: String::new(),
            country: "XX".into(),
            currency: "QQQ".into(),
            time_zone: "Mars/Base".into(),
            tabs: Vec::new(),
        };
        let fields: Vec<&str> = new.errors().iter().map(|error| error.field).collect();
        assert_eq!(fields, ["name", "country", "currency", "time_zone"]);
    }
}
