//! docs/SPEC-manager-records.md, section 9, lists the fields that the code knows, and no others.
//!
//! To write the section anew after a change of descriptions, run this test with the environment
//! variable `WRITE_SPEC` set.

use interchange::{Certainty, FieldSpec, KindSpec, Shape, specs};
use std::fmt::Write;
use std::path::Path;

const HEADING: &str = "## 9. Kinds and fields\n";

#[test]
fn section_nine_lists_the_fields_that_the_code_knows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/SPEC-manager-records.md");
    let written = std::fs::read_to_string(&path).unwrap();
    let at = written.find(HEADING).expect("section 9");
    let expected = section_nine();
    if std::env::var_os("WRITE_SPEC").is_some() {
        std::fs::write(&path, format!("{}{expected}", &written[..at])).unwrap();
    } else {
        assert!(written[at..] == expected, "section 9 is out of date");
    }
}

fn section_nine() -> String {
    let mut text = format!("{HEADING}\n");
    let mut kinds = specs();
    while let [first, ..] = kinds {
        let same = kinds.iter().take_while(|kind| has_same_form(first, kind));
        let (group, rest) = kinds.split_at(same.count());
        describe(group, &mut text);
        kinds = rest;
    }
    text
}

/// Kinds that differ in their names only share one table.
fn has_same_form(a: &KindSpec, b: &KindSpec) -> bool {
    let table = |kind: &KindSpec| {
        let mut text = String::new();
        rows("", kind.fields, &mut text);
        text
    };
    std::ptr::eq(a, b) || (!a.fields.is_empty() && table(a) == table(b))
}

fn describe(group: &[&KindSpec], text: &mut String) {
    for kind in group {
        writeln!(text, "### {}\n", kind.name).unwrap();
        write!(text, "`{}`, `{}`", kind.content_type, kind.slug).unwrap();
        let mut parts = Vec::new();
        if kind.singleton {
            parts.push("one record at most".to_owned());
        }
        if !kind.title_fields.is_empty() {
            parts.push(format!("called by {}", names(kind, kind.title_fields)));
        }
        if let Some(date) = kind.date_field {
            parts.push(format!("dated by {}", names(kind, &[date])));
        }
        if !kind.list_columns.is_empty() {
            parts.push(format!("lists show {}", names(kind, kind.list_columns)));
        }
        for part in parts {
            write!(text, "; {part}").unwrap();
        }
        text.push_str(".\n\n");
    }
    match group {
        [kind] if kind.fields.is_empty() => text.push_str("No field number is known.\n\n"),
        [kind, ..] => {
            if group.len() > 1 {
                text.push_str("All of these have the same fields:\n\n");
            }
            text.push_str("| field | name | form | certainty |\n|---|---|---|---|\n");
            rows("", kind.fields, text);
            text.push('\n');
        }
        [] => {}
    }
}

fn names(kind: &KindSpec, numbers: &[u32]) -> String {
    let names: Vec<&str> = numbers
        .iter()
        .filter_map(|number| kind.field(*number))
        .map(|field| field.name)
        .collect();
    names.join(", ")
}

fn rows(prefix: &str, fields: &[FieldSpec], text: &mut String) {
    for field in fields {
        let certainty = match field.certainty {
            Certainty::Confirmed => "confirmed",
            Certainty::RealFile => "real file",
            Certainty::OneSource => "one source",
            Certainty::Inferred => "inferred",
            Certainty::Ours => "ours",
        };
        let (number, name, form) = (field.number, field.name, form(field.shape));
        writeln!(text, "| {prefix}{number} | {name} | {form} | {certainty} |").unwrap();
        rows(&format!("{prefix}{number}."), field.shape.parts(), text);
    }
}

fn form(shape: Shape) -> String {
    match shape {
        Shape::LongText => "text of several lines".to_owned(),
        Shape::Html => "HTML, shown as text".to_owned(),
        Shape::Script => "script, shown as text".to_owned(),
        Shape::Integer => "whole number".to_owned(),
        Shape::Choice(values) => {
            let values: Vec<String> = values
                .iter()
                .map(|(number, name)| format!("{number} {name}"))
                .collect();
            format!("choice: {}", values.join(", "))
        }
        Shape::ObsoleteDate => "date, no longer read".to_owned(),
        Shape::Decimal => "amount".to_owned(),
        Shape::Reference(kinds) => key_of("key", kinds),
        Shape::References(kinds) => key_of("keys", kinds),
        Shape::CustomFieldsOld => "custom fields, older form".to_owned(),
        Shape::CustomFields2 => "custom fields, newer form".to_owned(),
        other => other.name().to_owned(),
    }
}

fn key_of(word: &str, kinds: &[books::Key]) -> String {
    /// Longer lists are those of all accounts.
    const NAMED_KINDS_COUNT_MAX: usize = 4;
    if kinds.is_empty() {
        return word.to_owned();
    }
    if kinds.len() > NAMED_KINDS_COUNT_MAX {
        return format!("{word} of any account");
    }
    let names: Vec<&str> = kinds
        .iter()
        .map(|kind| books::kinds::find(*kind).unwrap().name)
        .collect();
    format!("{word} of {}", names.join(", "))
}
