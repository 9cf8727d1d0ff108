//! Every code, kind, account, field and choice that the crates below can name has words in the
//! catalogue. Codes are read from the sources that define them, so that a new one cannot be
//! forgotten.

use books::kinds::{Class, KINDS};
use interchange::{FieldSpec, Shape, specs};
use std::collections::BTreeSet;
use std::path::Path;

/// The source at this path below `crates`.
fn source(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The literals that follow a mark, of those that look like a code.
fn codes_behind(source: &str, mark: &str) -> BTreeSet<String> {
    source
        .split(mark)
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .filter(|code| {
            code.chars().all(|letter| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
            })
        })
        .map(str::to_owned)
        .collect()
}

/// Fails with the names of all keys that the catalogue lacks.
fn require(keys: impl IntoIterator<Item = String>, at_least: usize) {
    let known: BTreeSet<&str> = pages::languages::keys().into_iter().collect();
    let needed: BTreeSet<String> = keys.into_iter().collect();
    assert!(
        needed.len() >= at_least,
        "only {} keys were found",
        needed.len()
    );
    let missing: Vec<&String> = needed
        .iter()
        .filter(|key| !known.contains(key.as_str()))
        .collect();
    assert!(missing.is_empty(), "not in the catalogue: {missing:#?}");
}

#[test]
fn every_error_of_the_crates_below_has_a_sentence() {
    for (path, at_least) in [
        ("backup/src/error.rs", 7),
        ("manager-file/src/container/error/read.rs", 23),
        ("manager-file/src/container/error/write.rs", 7),
        ("store/src/error.rs", 10),
        ("interchange/src/edit/error.rs", 9),
        ("mail/src/error.rs", 13),
        ("pdf/src/error.rs", 6),
        ("pages/src/languages/amount_input.rs", 4),
        ("pages/src/languages/date_input.rs", 3),
    ] {
        let codes = codes_behind(&source(path), "=>");
        require(
            codes.into_iter().map(|code| format!("error-{code}")),
            at_least,
        );
    }
}

#[test]
fn every_trouble_with_keeping_has_a_sentence() {
    let codes = backup::KeepError::CODES
        .into_iter()
        .chain(catalog::BlobError::CODES);
    let further = [
        codes_behind(&source("catalog/src/error.rs"), "=>"),
        codes_behind(&source("backup/src/retention.rs"), "{ .. } =>"),
    ];
    let all = codes
        .map(str::to_owned)
        .chain(further.into_iter().flatten());
    require(all.map(|code| format!("error-{code}")), 26);
}

#[test]
fn every_notice_about_a_paper_has_a_sentence() {
    let codes = codes_behind(&source("pdf/src/notice.rs"), "=>");
    require(
        codes.into_iter().map(|code| format!("paper-notice-{code}")),
        3,
    );
}

#[test]
fn every_finding_has_a_sentence_for_pages_and_command_line() {
    let mut codes = codes_behind(&source("manager-file/src/container/finding.rs"), "=>");
    let observer = source("backup/src/check/examine/observer.rs");
    for level in ["Level::Note,", "Level::Warn,", "Level::Error,"] {
        codes.extend(codes_behind(&observer, level));
    }
    require(codes.iter().map(|code| format!("finding-{code}")), 10);
    require(codes.iter().map(|code| format!("error-finding-{code}")), 10);
}

#[test]
fn every_failure_and_state_of_an_email_has_words() {
    let failures = codes_behind(&source("mail/src/failure.rs"), "=>");
    require(
        failures
            .into_iter()
            .map(|code| format!("email-failure-{code}")),
        18,
    );
    let states = store::EmailState::ALL.map(|state| format!("email-state-{}", state.code()));
    let steps = mail::TestStep::ALL.map(|step| format!("email-test-{}", step.code()));
    let placeholders = mail::PLACEHOLDERS.map(|name| name.replace('_', "-"));
    let placeholders = placeholders.map(|name| format!("email-placeholder-{name}"));
    let all = states.into_iter().chain(steps).chain(placeholders);
    require(all, 21);
}

#[test]
fn every_reason_for_suspense_has_a_sentence() {
    let codes = codes_behind(&source("ledger/src/codes.rs"), "&str =");
    require(
        codes
            .into_iter()
            .map(|code| format!("suspense-reason-{code}")),
        23,
    );
}

#[test]
fn every_kind_has_a_name_for_one_and_for_many() {
    let hidden = |class: Class| matches!(class, Class::Obsolete | Class::Plumbing);
    let names = KINDS
        .iter()
        .filter(|kind| !hidden(kind.class))
        .map(|kind| kind.name)
        .chain(specs().iter().map(|spec| spec.name));
    require(
        names.flat_map(|name| [format!("kind-{name}-one"), format!("kind-{name}-many")]),
        500,
    );
}

#[test]
fn every_built_in_account_has_a_name() {
    let built_in = |class: Class| {
        matches!(
            class,
            Class::BalanceSheetAccount | Class::ProfitAndLossAccount
        )
    };
    require(
        KINDS
            .iter()
            .filter(|kind| built_in(kind.class))
            .map(|kind| format!("account-{}", kind.name)),
        40,
    );
}

/// The keys of the fields, of the fields of their lines, and of their choices.
fn add_keys(fields: &[FieldSpec], labels: &mut BTreeSet<String>, choices: &mut BTreeSet<String>) {
    for field in fields {
        labels.insert(format!("field-{}", field.name));
        if let Shape::Choice(known) = field.shape {
            choices.extend(
                known
                    .iter()
                    .map(|(_, name)| name.to_lowercase().replace(' ', "-")),
            );
        }
        add_keys(field.shape.parts(), labels, choices);
    }
}

#[test]
fn every_field_and_every_choice_has_a_name() {
    let mut labels = BTreeSet::new();
    let mut choices = BTreeSet::new();
    for spec in specs() {
        add_keys(spec.fields, &mut labels, &mut choices);
    }
    require(labels, 150);
    let keys = pages::languages::keys();
    let named = |choice: &&String| {
        ["choice", "contact", "discount", "side", "group", "status"]
            .iter()
            .any(|area| keys.contains(&format!("{area}-{choice}").as_str()))
    };
    let unnamed: Vec<&String> = choices.iter().filter(|choice| !named(choice)).collect();
    assert!(choices.len() > 15, "only {choices:?} were found");
    assert!(unnamed.is_empty(), "choices without a name: {unnamed:?}");
}
