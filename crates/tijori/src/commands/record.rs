//! `tijori record list|show|put|delete|take`: records as JSON, typed where known, raw where not.
//! What may be put and deleted is what the pages allow too ([`web::records::rules`]). Records of a
//! file are listed and shown without a data folder; [`taking`] brings one back into a business.

mod taking;

use super::is_file;
use crate::arguments::{Arguments, RecordVerb};
use crate::failure::Failure;
use crate::output::say_json;
use crate::program::Program;
use api::{from_json, to_json};
use books::{Key, Object, kinds};
use pages::Locale;
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;
use store::{Business, Reader, StoreError};
use web::attachments::attach::remove_attachment;
use web::records::deletion::delete_with_attachments;
use web::records::rules;

/// Runs the verb. The answer is always JSON.
pub fn run(arguments: &Arguments, verb: &RecordVerb, locale: Locale) -> Result<u8, Failure> {
    if let RecordVerb::List { business, .. } | RecordVerb::Show { business, .. } = verb
        && is_file(Path::new(business))
    {
        let scratch = tempfile::tempdir()?;
        let program = Program::at(scratch.path())?;
        let file = taking::open(&program, arguments, Path::new(business), locale)?;
        return look(&*file.business, verb);
    }
    let program = Program::open(arguments)?;
    match verb {
        RecordVerb::List { business, .. } | RecordVerb::Show { business, .. } => {
            look(&*program.find(business)?, verb)
        }
        RecordVerb::Take { .. } => taking::run(&program, arguments, verb, locale),
        RecordVerb::Put {
            business,
            key,
            kind,
            file,
        } => {
            let business = program.find(business)?;
            let key = key.as_deref().map(record_key).transpose()?;
            put(&program, &*business, key, kind.as_deref(), file)
        }
        RecordVerb::Delete { business, key } => {
            delete(&program, &*program.find(business)?, record_key(key)?)
        }
    }
}

/// Lists records, or shows one.
fn look(business: &dyn Business, verb: &RecordVerb) -> Result<u8, Failure> {
    if let RecordVerb::Show { key, .. } = verb {
        let object = existing(&*business.read()?, record_key(key)?)?;
        say_json(&shown(&object))?;
        return Ok(0);
    }
    let kind = match verb {
        RecordVerb::List { kind, .. } => kind.as_deref().map(content_type).transpose()?,
        _ => None,
    };
    list(business, kind)
}

/// The content type that is meant by a name, a slug or a key.
pub fn content_type(text: &str) -> Result<Key, Failure> {
    interchange::spec_by_slug(text)
        .map(|spec| spec.content_type)
        .or_else(|| kinds::find_by_name(text).map(|kind| kind.key))
        .or_else(|| text.parse().ok())
        .ok_or_else(|| Failure::usage("kind-unknown", vec![("name", text.to_owned())]))
}

pub fn record_key(text: &str) -> Result<Key, Failure> {
    text.parse()
        .map_err(|_| Failure::usage("key-malformed", vec![("key", text.to_owned())]))
}

fn existing(reader: &dyn Reader, key: Key) -> Result<Object, Failure> {
    Ok(reader.object(key)?.ok_or(StoreError::RecordNotFound(key))?)
}

fn kind_name(content_type: Key) -> String {
    kinds::find(content_type).map_or_else(|| content_type.to_string(), |kind| kind.name.to_owned())
}

fn summary(object: &Object) -> Value {
    json!({
        "key": object.key.to_string(),
        "kind": kind_name(object.content_type),
        "content_type": object.content_type.to_string(),
        "title": interchange::title(object),
        "timestamp": object.timestamp,
    })
}

fn shown(object: &Object) -> Value {
    let mut shown = summary(object);
    if let Some(members) = shown.as_object_mut() {
        let content = interchange::to_plain(object.content_type, &object.content);
        members.insert("content".to_owned(), to_json(&content));
    }
    shown
}

fn list(business: &dyn Business, kind: Option<Key>) -> Result<u8, Failure> {
    let mut records = Vec::new();
    business.read()?.each_object(kind, &mut |object| {
        records.push(summary(&object));
        Ok(())
    })?;
    say_json(&json!({ "records": records }))?;
    Ok(0)
}

fn put(
    program: &Program,
    business: &dyn Business,
    key: Option<Key>,
    kind: Option<&str>,
    file: &Path,
) -> Result<u8, Failure> {
    let typed = from_json(&read_json(file)?);
    let profile = business.read()?.profile()?;
    let stamp = program.stamp(&profile.time_zone)?;
    let wanted_kind = kind.map(content_type).transpose()?;
    let new_key = match key.or_else(|| wanted_kind.and_then(rules::fixed_key)) {
        Some(key) => key,
        None => web::stamp::random_key()?,
    };
    let mut outcome: Result<(), Failure> = Ok(());
    let mut saved = None;
    business.write(&mut |work| {
        let before = work.object(new_key)?;
        match patched(before.as_ref(), new_key, wanted_kind, &typed) {
            Ok(object) => {
                rules::require_puttable(&*work, before.as_ref(), &object)?;
                let title = interchange::title(&object).unwrap_or_default();
                work.put_object(
                    object.key,
                    object.content_type,
                    &object.content,
                    &title,
                    &stamp,
                )?;
                saved = work.object(new_key)?;
            }
            Err(failure) => outcome = Err(failure),
        }
        Ok(())
    })?;
    outcome?;
    let object = saved.ok_or(StoreError::RecordNotFound(new_key))?;
    say_json(&shown(&object))?;
    Ok(0)
}

/// The record with the typed fields set and all others as they were.
fn patched(
    before: Option<&Object>,
    key: Key,
    wanted_kind: Option<Key>,
    typed: &interchange::Plain,
) -> Result<Object, Failure> {
    let content_type = match (before, wanted_kind) {
        (Some(object), None) => object.content_type,
        (Some(object), Some(kind)) if kind == object.content_type => kind,
        (None, Some(kind)) => kind,
        (Some(object), Some(_)) => {
            let arguments = vec![("name", kind_name(object.content_type))];
            return Err(Failure::usage("record-of-other-kind", arguments));
        }
        (None, None) => return Err(Failure::usage("kind-needed", vec![])),
    };
    let original = before
        .map(|object| object.content.as_slice())
        .unwrap_or_default();
    let typed = typed.member("content").unwrap_or(typed);
    let content = interchange::from_plain(content_type, original, typed)
        .map_err(|error| Failure::usage(error.code(), error.arguments()))?;
    Ok(Object {
        key,
        content_type,
        content,
        timestamp: None,
    })
}

fn read_json(file: &Path) -> Result<Value, Failure> {
    let name = file.display().to_string();
    let unreadable = |reason: String| {
        Failure::usage(
            "json-unreadable",
            vec![("file", name.clone()), ("reason", reason)],
        )
    };
    let mut text = String::new();
    if file == Path::new("-") {
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|error| unreadable(error.to_string()))?;
    } else {
        text = std::fs::read_to_string(file).map_err(|error| unreadable(error.to_string()))?;
    }
    serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))
}

fn delete(program: &Program, business: &dyn Business, key: Key) -> Result<u8, Failure> {
    let stamp = program.stamp(&business.read()?.profile()?.time_zone)?;
    let mut deleted = None;
    business.write(&mut |work| {
        let object = work.object(key)?.ok_or(StoreError::RecordNotFound(key))?;
        if object.content_type == kinds::ATTACHMENT && !object.is_keyed_by_kind() {
            remove_attachment(work, key, &stamp)?;
        } else {
            let object = rules::deletable(&*work, key)?;
            delete_with_attachments(work, &object, &stamp, &[])?;
        }
        deleted = Some(object);
        Ok(())
    })?;
    let object = deleted.ok_or(StoreError::RecordNotFound(key))?;
    say_json(&json!({ "deleted": summary(&object) }))?;
    Ok(0)
}
