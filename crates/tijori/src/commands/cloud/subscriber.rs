//! Subscribers from the command line of whoever runs the edition.

use crate::arguments::Arguments;
use crate::arguments::cloud::{GroundArguments, StateWord, SubscriberVerb};
use crate::cloud::books_key;
use crate::cloud::ground::Ground;
use crate::cloud::subscribing::{Newcomer, subscribe};
use crate::failure::Failure;
use crate::output::{say, say_json, table};
use books::Key;
use catalog::{Subscriber, SubscriptionState, Trouble};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use users::{Presented, Purpose};

/// Does what was asked for.
pub fn run(
    arguments: &Arguments,
    wanted: &GroundArguments,
    verb: &SubscriberVerb,
) -> Result<u8, Failure> {
    let ground = Ground::open(wanted)?;
    let now = Timestamp::now();
    match verb {
        SubscriberVerb::Add {
            name,
            email,
            origin,
        } => add(arguments, &ground, [name, email, origin], now),
        SubscriberVerb::List => list(arguments, &ground, now),
        SubscriberVerb::Show { subscriber } => {
            let found = find(&ground, subscriber)?;
            tell(arguments, &found, now)
        }
        SubscriberVerb::SetState {
            subscriber,
            state,
            until,
        } => {
            let until = until.map(|day| end_of(day, now)).transpose()?;
            let set = |it: &mut Subscriber| it.set(state_of(*state), until, now);
            change(arguments, &ground, subscriber, set, now)
        }
        SubscriberVerb::Extend { subscriber, until } => {
            let until = end_of(*until, now)?;
            let extend = |it: &mut Subscriber| it.until = Some(until);
            change(arguments, &ground, subscriber, extend, now)
        }
        SubscriberVerb::Remove { subscriber } => {
            let found = find(&ground, subscriber)?;
            if !ground.subscribers.remove(books_key(found.key))? {
                return Err(Failure::usage("subscriber-not-empty", Vec::new()));
            }
            tell(arguments, &found, now)
        }
    }
}

fn add(
    arguments: &Arguments,
    ground: &Ground,
    [name, email, origin]: [&str; 3],
    now: Timestamp,
) -> Result<u8, Failure> {
    let newcomer = Newcomer {
        firm: name,
        full_name: "",
        email,
        password: None,
    };
    let (subscriber, user) =
        subscribe(ground, &newcomer, &Presented::default(), now).map_err(refused)?;
    let key = books_key(subscriber.key);
    let secret = ground.sign_in(key).make_link_for(
        (user.key, None),
        Purpose::Invitation,
        (&Presented::default(), "command-line"),
        now,
    )?;
    let origin = origin.trim_end_matches('/');
    let link = format!("{origin}/for/{key}/new-password/{}", secret.0);
    if arguments.json {
        let told = json!({ "subscriber": facts(&subscriber, now), "link": link });
        say_json(&told)?;
        return Ok(0);
    }
    say(&lines(&[subscriber], now))?;
    say(&link)?;
    Ok(0)
}

fn list(arguments: &Arguments, ground: &Ground, now: Timestamp) -> Result<u8, Failure> {
    let all = ground.subscribers.all()?;
    if arguments.json {
        let all: Vec<Value> = all.iter().map(|it| facts(it, now)).collect();
        say_json(&json!({ "subscribers": all }))?;
        return Ok(0);
    }
    if !all.is_empty() {
        say(&lines(&all, now))?;
    }
    Ok(0)
}

fn change(
    arguments: &Arguments,
    ground: &Ground,
    named: &str,
    mut change: impl FnMut(&mut Subscriber),
    now: Timestamp,
) -> Result<u8, Failure> {
    let key = books_key(find(ground, named)?.key);
    match ground.subscribers.change(key, &mut change)? {
        Some(changed) => tell(arguments, &changed, now),
        None => Err(unknown(named)),
    }
}

/// The subscriber that was meant: by key, else by name.
pub(super) fn find(ground: &Ground, named: &str) -> Result<Subscriber, Failure> {
    if let Ok(key) = named.parse::<Key>()
        && let Some(found) = ground.subscribers.get(key)?
    {
        return Ok(found);
    }
    let mut found = ground.subscribers.all()?;
    found.retain(|it| it.name == named);
    let keys: Vec<String> = found.iter().map(|it| it.key.to_string()).collect();
    match (found.pop(), keys.len()) {
        (Some(found), 1) => Ok(found),
        (None, _) => Err(unknown(named)),
        _ => Err(Failure::usage(
            "subscriber-ambiguous",
            vec![("name", named.to_owned()), ("keys", keys.join(", "))],
        )),
    }
}

fn unknown(named: &str) -> Failure {
    Failure::usage("subscriber-unknown", vec![("name", named.to_owned())])
}

fn tell(arguments: &Arguments, subscriber: &Subscriber, now: Timestamp) -> Result<u8, Failure> {
    match arguments.json {
        true => say_json(&json!({ "subscriber": facts(subscriber, now) }))?,
        false => say(&lines(std::slice::from_ref(subscriber), now))?,
    }
    Ok(0)
}

/// A line for each: name, state, the last day of the state, and key.
fn lines(subscribers: &[Subscriber], now: Timestamp) -> String {
    let row = |it: &Subscriber| {
        let until = it.next_at(now);
        vec![
            it.name.clone(),
            it.at(now).state.code().to_owned(),
            until.map_or_else(String::new, |(at, _)| at.strftime("%Y-%m-%d").to_string()),
            it.key.to_string(),
        ]
    };
    table(&subscribers.iter().map(row).collect::<Vec<_>>())
}

fn facts(subscriber: &Subscriber, now: Timestamp) -> Value {
    let present = subscriber.at(now);
    let next = subscriber.next_at(now);
    json!({
        "key": subscriber.key.to_string(),
        "name": subscriber.name,
        "state": present.state.code(),
        "since": subscriber.since.to_string(),
        "until": next.map(|(at, _)| at.to_string()),
        "then": next.map(|(_, state)| state.code()),
        "created_at": subscriber.created_at.to_string(),
        "kept_until": present.kept_until.map(|day| day.to_string()),
        "customer": subscriber.billing,
    })
}

/// The end of a day in UTC, which is not over yet.
fn end_of(day: Date, now: Timestamp) -> Result<Timestamp, Failure> {
    let next = day.tomorrow().and_then(|day| day.to_zoned(TimeZone::UTC));
    let refused = |code| Failure::usage(code, vec![("text", day.to_string())]);
    match next.map(|zoned| zoned.timestamp()) {
        Ok(end) if end > now => Ok(end),
        Ok(_) => Err(refused("until-passed")),
        Err(_) => Err(refused("date-no-such-day")),
    }
}

const fn state_of(word: StateWord) -> SubscriptionState {
    match word {
        StateWord::Trial => SubscriptionState::Trial,
        StateWord::Active => SubscriptionState::Active,
        StateWord::PastDue => SubscriptionState::PastDue,
        StateWord::Expired => SubscriptionState::Expired,
        StateWord::Cancelled => SubscriptionState::Cancelled,
    }
}

/// What kept somebody from becoming a subscriber.
fn refused(trouble: Trouble) -> Failure {
    match trouble.code.as_str() {
        "sign-up-firm" => Failure::usage("sign-up-firm", Vec::new()),
        "sign-up-email" => Failure::usage("sign-up-email", Vec::new()),
        "sign-up-refused" => Failure::usage("sign-up-refused", Vec::new()),
        _ => {
            let told = trouble.arguments.iter().find(|(name, _)| name == "reason");
            let reason = told.map_or(trouble.code.clone(), |(_, reason)| reason.clone());
            Failure::fault(
                "store-failed",
                vec![("file", "PostgreSQL".to_owned()), ("reason", reason)],
            )
        }
    }
}
