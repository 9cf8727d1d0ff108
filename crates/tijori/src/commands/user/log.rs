//! The security log on the command line, the newest line first (SPEC-users.md, 4.2).

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::{say, say_json};
use books::Key;
use pages::Locale;
use serde_json::{Value, json};
use std::collections::HashMap;
use users::{Directory, Event};

/// Prints the last lines.
pub fn run(
    arguments: &Arguments,
    directory: &dyn Directory,
    count: usize,
    locale: Locale,
) -> Result<u8, Failure> {
    let users = directory.users()?;
    let names: HashMap<Key, String> = users.into_iter().map(|it| (it.key, it.name)).collect();
    let name = |key: Option<Key>| {
        key.map(|key| names.get(&key).cloned().unwrap_or_else(|| key.to_string()))
    };
    let events = directory.events(None, count)?;
    if arguments.json {
        let events: Vec<Value> = events.iter().map(|it| of_event(it, &name)).collect();
        say_json(&json!({ "events": events }))?;
        return Ok(0);
    }
    for event in &events {
        let kind = locale.text(&format!("event-{}", event.kind.code()));
        let parts = [
            event.at.to_string(),
            name(event.by).unwrap_or_default(),
            kind,
            name(event.about).unwrap_or_default(),
            event.address.clone(),
            event.detail.clone(),
        ];
        say(&parts.join("\t"))?;
    }
    Ok(0)
}

fn of_event(event: &Event, name: &impl Fn(Option<Key>) -> Option<String>) -> Value {
    json!({
        "at": event.at.to_string(),
        "kind": event.kind.code(),
        "by": event.by.map(|key| key.to_string()),
        "by_name": name(event.by),
        "about": event.about.map(|key| key.to_string()),
        "about_name": name(event.about),
        "address": event.address,
        "detail": event.detail,
    })
}
