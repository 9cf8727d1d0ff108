//! The verbs of `tijori business`: create, list, remove and restore.

use crate::arguments::{Arguments, BusinessVerb};
use crate::failure::Failure;
use crate::output::{complain, region_of_the_terminal, say, say_json, table};
use crate::program::Program;
use history::{Action, Contents, Draft};
use pages::{Argument, Locale};
use serde_json::json;
use store::Standing;
use web::businesses::{NewBusiness, countries, country, create_business};

/// The currency of a business of which nobody says where it is.
const CURRENCY_OF_NOWHERE: &str = "USD";

/// Runs the verb.
pub fn run(arguments: &Arguments, verb: &BusinessVerb, locale: Locale) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    match verb {
        BusinessVerb::Create {
            name,
            country,
            currency,
            time_zone,
        } => {
            let new = NewBusiness {
                name: name.clone(),
                country: country.clone(),
                currency: currency.clone(),
                time_zone: time_zone.clone(),
                tabs: Vec::new(),
            };
            create(arguments, &program, &new, locale)
        }
        BusinessVerb::List => list(arguments, &program, locale),
        BusinessVerb::Remove { business } => remove(arguments, &program, business, locale),
        BusinessVerb::Restore { business } => restore(arguments, &program, business, locale),
        BusinessVerb::Confirm { business, as_copy } => {
            confirm(arguments, &program, business, *as_copy, locale)
        }
    }
}

fn create(
    arguments: &Arguments,
    program: &Program,
    new: &NewBusiness,
    locale: Locale,
) -> Result<u8, Failure> {
    let new = with_usual_country(new, region_of_the_terminal(), &program.app.time_zone);
    let key = create_business(&program.app, locale, &new)?;
    if arguments.json {
        say_json(&json!({ "business": {
            "key": key.to_string(),
            "name": new.name,
            "country": new.country,
            "currency": new.currency,
            "time_zone": new.time_zone,
        } }))?;
        return Ok(0);
    }
    let nowhere = locale.text("word-none");
    let country = if new.country.is_empty() {
        &nowhere
    } else {
        &new.country
    };
    let said = [("name", Argument::Text(&new.name))];
    say(&locale.text_with("command-business-created", &said))?;
    let chosen = [
        ("country", Argument::Text(country)),
        ("currency", Argument::Text(&new.currency)),
        ("zone", Argument::Text(&new.time_zone)),
    ];
    say(&locale.text_with("command-business-begins", &chosen))?;
    Ok(0)
}

/// The same, completed: the country is the one that was named, else that of the terminal's region,
/// else the one whose usual time zone is the computer's; currency and time zone follow from it.
fn with_usual_country(
    new: &NewBusiness,
    region: Option<String>,
    computer_zone: &str,
) -> NewBusiness {
    let by_region = region.and_then(|code| country(&code));
    let by_zone = || {
        countries()
            .iter()
            .find(|country| country.time_zone == computer_zone)
    };
    let mut new = new.clone();
    if new.country.trim().is_empty() {
        let usual = by_region.or_else(by_zone);
        new.country = usual.map_or("", |country| country.code).to_owned();
    }
    let mut new = new.completed(computer_zone);
    if new.currency.is_empty() {
        CURRENCY_OF_NOWHERE.clone_into(&mut new.currency);
    }
    new
}

fn list(arguments: &Arguments, program: &Program, locale: Locale) -> Result<u8, Failure> {
    let mut entries = program.app.store.businesses()?;
    entries.sort_by(|a, b| locale.compare(&a.name, &b.name).then(a.key.cmp(&b.key)));
    tell_exchanges(program, locale)?;
    if arguments.json {
        let businesses: Vec<_> = entries
            .iter()
            .map(|entry| {
                json!({
                    "key": entry.key.to_string(),
                    "name": entry.name,
                    "bytes": entry.bytes_count,
                    "records": entry.records_count,
                    "last_change": entry.last_change.map(|at| at.to_string()),
                    "last_backup": entry.last_backup.map(|at| at.to_string()),
                    "standing": entry.standing.code(),
                    "fault": entry.fault,
                })
            })
            .collect();
        say_json(&json!({ "businesses": businesses }))?;
        return Ok(0);
    }
    if entries.is_empty() {
        say(&locale.text("command-no-businesses"))?;
        return Ok(0);
    }
    let rows: Vec<Vec<String>> = entries
        .iter()
        .map(|entry| {
            vec![
                entry.name.clone(),
                locale.bytes(entry.bytes_count),
                entry.key.to_string(),
            ]
        })
        .collect();
    say(&table(&rows))?;
    Ok(0)
}

/// Says of every replacement that was cut short how far it came.
fn tell_exchanges(program: &Program, locale: Locale) -> Result<(), Failure> {
    for exchange in backup::exchanges(&program.app.imports.notes)? {
        let state = exchange.state(&*program.app.store)?;
        complain(&web::exchange_sentence(locale, &exchange, state));
    }
    Ok(())
}

fn remove(
    arguments: &Arguments,
    program: &Program,
    name: &str,
    locale: Locale,
) -> Result<u8, Failure> {
    let business = program.find(name)?;
    let key = business.key();
    record_act(program, &*business, Action::Removed)?;
    drop(business);
    program.app.store.remove(key)?;
    tell(arguments, locale, "command-business-removed", name, key)
}

fn restore(
    arguments: &Arguments,
    program: &Program,
    name: &str,
    locale: Locale,
) -> Result<u8, Failure> {
    let key = program.find_removed(name)?;
    program.app.store.bring_back(key)?;
    let business = program.app.store.open(key)?;
    record_act(program, &*business, Action::BroughtBack)?;
    tell(arguments, locale, "command-business-restored", name, key)
}

/// Says what a business is: the same as the buttons of its Summary.
fn confirm(
    arguments: &Arguments,
    program: &Program,
    name: &str,
    as_copy: bool,
    locale: Locale,
) -> Result<u8, Failure> {
    let key = program.find(name)?.key();
    let (standing, sentence) = match as_copy {
        true => (Standing::Copy, "command-business-is-copy"),
        false => (Standing::Own, "command-business-confirmed"),
    };
    web::say_standing(&program.app, key, standing)?;
    if arguments.json {
        let facts = json!({
            "key": key.to_string(),
            "name": name,
            "standing": standing.code(),
        });
        say_json(&json!({ "business": facts }))?;
        return Ok(0);
    }
    tell(arguments, locale, sentence, name, key)
}

fn tell(
    arguments: &Arguments,
    locale: Locale,
    sentence: &str,
    name: &str,
    key: books::Key,
) -> Result<u8, Failure> {
    if arguments.json {
        say_json(&json!({ "business": { "key": key.to_string(), "name": name } }))?;
    } else {
        say(&locale.text_with(sentence, &[("name", Argument::Text(name))]))?;
    }
    Ok(0)
}

/// Writes an entry that concerns the whole business.
fn record_act(
    program: &Program,
    business: &dyn store::Business,
    action: Action,
) -> Result<(), Failure> {
    let profile = business.read()?.profile()?;
    let stamp = program.stamp(&profile.time_zone)?;
    let key = web::stamp::random_key()?;
    business.write(&mut |work| {
        work.record(Draft {
            stamp: stamp.clone(),
            action,
            key,
            object: None,
            before: Contents::default(),
            after: Contents::default(),
            title: profile.name.clone(),
            facts: Vec::new(),
        })?;
        Ok(())
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_says_follows_from_region_or_zone() {
        for (region, zone, country, currency, time_zone) in [
            (Some("IN"), "Europe/Paris", "IN", "INR", "Asia/Kolkata"),
            (None, "Asia/Dhaka", "BD", "BDT", "Asia/Dhaka"),
            (Some("ZZ"), "Asia/Dhaka", "BD", "BDT", "Asia/Dhaka"),
            (None, "UTC", "", "USD", "UTC"),
        ] {
            let new = NewBusiness {
                name: "Shop".to_owned(),
                ..NewBusiness::default()
            };
            let new = with_usual_country(&new, region.map(str::to_owned), zone);
            let chosen = [new.country, new.currency, new.time_zone];
            assert_eq!(chosen, [country, currency, time_zone], "{region:?} {zone}");
        }
    }

    #[test]
    fn what_is_said_is_kept() {
        let new = NewBusiness {
            name: "Shop".to_owned(),
            country: "FR".to_owned(),
            currency: "usd".to_owned(),
            time_zone: String::new(),
            tabs: Vec::new(),
        };
        let new = with_usual_country(&new, Some("IN".to_owned()), "UTC");
        assert_eq!(new.country, "FR");
        assert_eq!(new.currency, "USD");
        assert_eq!(new.time_zone, "Europe/Paris");
    }
}
