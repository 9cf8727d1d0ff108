//! Every kind of record on its page and in its form: a record with every field that its
//! description knows shows no key, no date as programs write them, no name of a field or choice as
//! the program has it, and in Hindi no word of another script.

use crate::bench::{Bench, stamp};
use axum::http::StatusCode;
use books::{Key, Object, kinds};
use interchange::{FieldSpec, KindSpec, Plain, Shape, from_plain, specs};
use store::Profile;

/// What every text of the records says: nothing in Latin letters.
const WORD: &str = "नमूना";
/// Words of Latin letters that people who read Hindi write too, and what languages call themselves.
const LATIN: [&str; 8] = ["PDF", "CSV", "SHA", "JSON", "MB", "GB", "Enter", "Ctrl"];

/// The key of the one record of a kind.
fn record_of(spec: &KindSpec) -> Key {
    if spec.singleton {
        return spec.content_type;
    }
    let at = u8::try_from(place(spec)).expect("a small number");
    Key::from_random([at.wrapping_add(3); 16])
}

/// Where a kind stands among all.
fn place(spec: &KindSpec) -> usize {
    let mut all = specs().iter();
    let place = all.position(|it| it.content_type == spec.content_type);
    place.expect("a place")
}

/// What a reference to one of these kinds names.
fn named(of: &[Key]) -> Key {
    let described = of.iter().find_map(|kind| interchange::spec(*kind));
    match (described, of.first()) {
        (Some(spec), _) => record_of(spec),
        (None, Some(kind)) => *kind,
        // What may name anything names kinds of records: places of custom fields, tabs.
        (None, None) => kinds::SALES_INVOICE,
    }
}

/// A value for a field of a kind, which no other kind has if it is a text; none for shapes that
/// describe themselves elsewhere.
fn value(of: &KindSpec, field: &FieldSpec) -> Option<Plain> {
    let word = format!("{WORD} {}", place(of));
    let text = |text: &str| Some(Plain::Text(text.to_owned()));
    match (field.name, field.shape) {
        ("Country", _) => text("hi-IN"),
        ("DateFormat", _) => text("dd/MM/yyyy"),
        ("NumberFormat", _) => text("CgEuEgEsGAM="),
        (_, Shape::Text | Shape::LongText) => text(&word),
        (_, Shape::Texts) => Some(Plain::List(vec![Plain::Text(word)])),
        (_, Shape::Flag) => Some(Plain::Flag(true)),
        (_, Shape::Integer) => Some(Plain::Integer(3)),
        (_, Shape::Choice(choices)) => choices.last().map(|(number, _)| Plain::Integer(*number)),
        (_, Shape::Date) => text("2026-05-04"),
        (_, Shape::Decimal) => text("12.5"),
        (_, Shape::Reference(kinds)) => text(&named(kinds).to_string()),
        (_, Shape::References(kinds)) => {
            Some(Plain::List(vec![Plain::Text(named(kinds).to_string())]))
        }
        (_, Shape::Lines(parts)) => Some(Plain::List(vec![map(of, parts)])),
        (_, Shape::Part(parts)) => Some(map(of, parts)),
        _ => None,
    }
}

fn map(of: &KindSpec, fields: &[FieldSpec]) -> Plain {
    let members = fields.iter();
    Plain::Map(
        members
            .filter_map(|field| Some((field.name.to_owned(), value(of, field)?)))
            .collect(),
    )
}

/// A business with one whole record of every kind.
fn business(bench: &Bench) -> Key {
    let business = crate::bench::key(2);
    let profile = Profile {
        name: WORD.to_owned(),
        country: Some("IN".to_owned()),
        time_zone: "Asia/Kolkata".to_owned(),
        installation: crate::bench::key(1),
        absent: Vec::new(),
    };
    let records: Vec<(Object, String)> = specs()
        .iter()
        .map(|spec| {
            let content = from_plain(spec.content_type, &[], &map(spec, spec.fields));
            let object = Object {
                key: record_of(spec),
                content_type: spec.content_type,
                content: content.unwrap_or_else(|error| panic!("{}: {error}", spec.name)),
                timestamp: None,
            };
            let title = interchange::title(&object).unwrap_or_default();
            (object, title)
        })
        .collect();
    let (store, commit) = (bench.store(), crate::bench::key(3));
    store::create_business(store, business, &profile, &records, &stamp(), commit)
        .expect("a business");
    business
}

/// The pieces of text between the tags of the page's own part, without what is code.
fn texts(page: &str) -> Vec<String> {
    let main = page.split("<main").nth(1).unwrap_or_default();
    let main = main.split("</main>").next().unwrap_or_default();
    let mut texts = Vec::new();
    let mut skipped = None;
    for piece in main.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split_whitespace().next().unwrap_or_default();
        match skipped {
            Some(code) if tag == format!("/{code}") => skipped = None,
            Some(_) => continue,
            None if ["code", "pre", "script"].contains(&name) => {
                skipped = Some(name.to_owned());
                continue;
            }
            None => {}
        }
        let text = text.replace("&amp;", "&").replace("&quot;", "\"");
        texts.push(text.trim().to_owned());
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// What people type into: the values of text fields that are not hidden.
fn typed_values(page: &str) -> Vec<String> {
    let inputs = page.split("<input ").skip(1);
    let tags = inputs.filter_map(|rest| rest.split('>').next());
    let shown = tags.filter(|tag| {
        ["hidden", "checkbox", "radio"]
            .iter()
            .all(|kind| !tag.contains(&format!("type=\"{kind}\"")))
    });
    shown
        .filter_map(|tag| Some(tag.split(" value=\"").nth(1)?.split('"').next()?.to_owned()))
        .collect()
}

/// What is wrong with a text; nothing when people can read it.
fn complaint(text: &str, is_hindi: bool) -> Option<String> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    for word in text.split(|letter: char| !is_word(letter)) {
        let parts: Vec<usize> = word.split('-').map(str::len).collect();
        let figures = word.chars().filter(char::is_ascii_digit).count();
        if parts == [8, 4, 4, 4, 12] || parts == [4, 2, 2] && figures == 8 {
            return Some(format!("{word} in {text:?}"));
        }
        let letters = || word.chars().zip(word.chars().skip(1));
        let is_humped = letters().any(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase());
        if (is_humped || word.contains('_')) && !LATIN.contains(&word) {
            return Some(format!("{word} in {text:?}"));
        }
        let is_latin = word.chars().any(|letter| letter.is_ascii_alphabetic());
        if is_hindi && is_latin && !LATIN.contains(&word) {
            return Some(format!("{word} in {text:?}"));
        }
    }
    None
}

#[tokio::test]
async fn no_kind_of_record_shows_what_only_programs_read() {
    let bench = Bench::new();
    let home = format!("/businesses/{}", business(&bench));
    let mut found = Vec::new();
    for spec in specs() {
        let record = format!("{home}/record/{}", record_of(spec));
        for language in ["en", "hi"] {
            for part in ["", "/edit"] {
                let answer = bench.get_in(&format!("{record}{part}"), language).await;
                // Some kinds have no form, and some a page of their own.
                if part == "/edit" && answer.status != StatusCode::OK {
                    continue;
                }
                let page = answer.text();
                if answer.status != StatusCode::OK {
                    found.push(format!("{}{part} {language}: {}", spec.name, answer.status));
                    continue;
                }
                if page.contains("<th scope=\"col\"></th>") || page.contains("<dt></dt>") {
                    found.push(format!("{}{part} {language}: an empty heading", spec.name));
                }
                for text in texts(&page).iter().chain(&typed_values(&page)) {
                    let what = complaint(text, language == "hi");
                    found.extend(what.map(|it| format!("{}{part} {language}: {it}", spec.name)));
                }
            }
        }
    }
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}
