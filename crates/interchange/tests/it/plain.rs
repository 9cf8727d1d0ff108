//! The plain form leads back to the same bytes.

use crate::sample_files::sample_objects;
use interchange::{Plain, from_plain, to_plain};

#[test]
fn the_plain_form_leads_back_to_the_same_bytes() {
    for object in sample_objects() {
        let plain = to_plain(object.content_type, &object.content);
        let same = from_plain(object.content_type, &object.content, &plain).unwrap();
        assert_eq!(same, object.content, "{}", object.key);
    }
}

#[test]
fn the_plain_form_alone_says_everything() {
    for object in sample_objects() {
        let plain = to_plain(object.content_type, &object.content);
        let same = from_plain(object.content_type, &[], &plain).unwrap();
        assert_eq!(same, object.content, "{}", object.key);
    }
}

#[test]
fn a_changed_member_changes_that_field_only() {
    let customer = sample_objects()
        .into_iter()
        .find(|object| object.content_type == books::kinds::CUSTOMER);
    let Some(customer) = customer else { return };
    let Plain::Map(mut members) = to_plain(customer.content_type, &customer.content) else {
        panic!("a customer is a map");
    };
    members[0].1 = Plain::Text("Renamed".to_owned());
    let after = from_plain(
        customer.content_type,
        &customer.content,
        &Plain::Map(members),
    )
    .unwrap();
    let (old, new) = (
        manager_file::wire::Message::parse(&customer.content).unwrap(),
        manager_file::wire::Message::parse(&after).unwrap(),
    );
    assert_eq!(old.fields()[1..], new.fields()[1..]);
    assert_eq!(new.fields()[0].text(), Some("Renamed"));
}

#[test]
fn fields_without_a_name_stay_unless_their_list_is_given() {
    let division = books::kinds::DIVISION;
    let content = [
        &[0x0a, 1, b'A'][..],
        &[0x28, 7],
        &[0x31, 1, 2, 3, 4, 5, 6, 7, 8],
    ]
    .concat();
    let named = |name: &str| ("Name".to_owned(), Plain::Text(name.to_owned()));
    let kept = from_plain(division, &content, &Plain::Map(vec![named("B")])).unwrap();
    assert_eq!(kept[2], b'B');
    assert_eq!(kept[3..], content[3..]);
    let emptied = Plain::Map(vec![
        named("A"),
        ("unknown".to_owned(), Plain::List(vec![])),
    ]);
    assert_eq!(
        from_plain(division, &content, &emptied).unwrap(),
        content[..3]
    );
    let all = to_plain(division, &content);
    assert_eq!(from_plain(division, &[], &all).unwrap(), content);
}

#[test]
fn members_that_cannot_be_read_are_refused_with_a_reason() {
    let receipt = books::kinds::RECEIPT;
    let refused = |name: &str, value: Plain| {
        let plain = Plain::Map(vec![(name.to_owned(), value)]);
        from_plain(receipt, &[], &plain).unwrap_err()
    };
    let text = |text: &str| Plain::Text(text.to_owned());
    assert_eq!(
        refused("Datum", text("x")).code(),
        "record-field-name-unknown"
    );
    let date = refused("Date", text("29.05.2024"));
    assert_eq!(date.code(), "record-value-unreadable");
    assert_eq!(
        date.to_string(),
        "Date takes a value of the form “date”, which “29.05.2024” is not."
    );
    assert_eq!(
        refused("Lines", Plain::Flag(true)).code(),
        "record-value-wrong-shape"
    );
    assert_eq!(
        refused("unknown", text("x")).code(),
        "record-raw-field-unreadable"
    );
    let error = from_plain(receipt, &[], &Plain::Null).unwrap_err();
    assert_eq!(error.code(), "record-not-a-map");
}

#[test]
fn dates_amounts_and_lists_have_the_forms_that_the_document_gives() {
    let journal = books::kinds::JOURNAL_ENTRY;
    let text = |text: &str| Plain::Text(text.to_owned());
    let member = |name: &str, value: Plain| (name.to_owned(), value);
    for date in [
        "2026-11-21",
        "2024-02-29T23:59:59",
        "min",
        "max",
        "1969-07-20",
    ] {
        let plain = Plain::Map(vec![member("Date", text(date))]);
        let content = from_plain(journal, &[], &plain).unwrap();
        assert_eq!(to_plain(journal, &content), plain, "{date}");
    }
    let line = Plain::Map(vec![
        member("LineDescription", text("")),
        member("Debit", text("-0.10")),
        member("Credit", Plain::Integer(7)),
    ]);
    let plain = Plain::Map(vec![member("Lines", Plain::List(vec![line]))]);
    let content = from_plain(journal, &[], &plain).unwrap();
    let shown = to_plain(journal, &content);
    let Some(Plain::List(lines)) = shown.member("Lines") else {
        panic!("lines are a list: {shown:?}");
    };
    assert_eq!(lines[0].member("LineDescription"), Some(&text("")));
    assert_eq!(lines[0].member("Debit"), Some(&text("-0.10")));
    assert_eq!(lines[0].member("Credit"), Some(&text("7")));
}

#[test]
fn null_and_absence_remove_a_field() {
    let division = books::kinds::DIVISION;
    let content = [0x0a, 1, b'A'];
    let null = Plain::Map(vec![("Name".to_owned(), Plain::Null)]);
    assert_eq!(from_plain(division, &content, &null).unwrap(), b"");
    assert_eq!(
        from_plain(division, &content, &Plain::Map(vec![])).unwrap(),
        b""
    );
}

#[test]
fn a_kind_without_a_description_is_shown_raw_and_comes_back() {
    let content = [
        &[0x0a, 1, b'A'][..],
        &[0x1b, 0x08, 1, 0x1c],
        &[0x25, 1, 2, 3, 4],
    ]
    .concat();
    let key = books::Key::from_bytes([3; 16]);
    let plain = to_plain(key, &content);
    let Some(Plain::List(fields)) = plain.member("unknown") else {
        panic!("raw fields are a list: {plain:?}");
    };
    let wires: Vec<Option<&Plain>> = fields.iter().map(|field| field.member("wire")).collect();
    let named = |name: &str| Plain::Text(name.to_owned());
    assert_eq!(
        wires,
        [
            Some(&named("bytes")),
            Some(&named("group")),
            Some(&named("fixed32"))
        ]
    );
    assert_eq!(from_plain(key, &[], &plain).unwrap(), content);
}

#[test]
fn content_that_is_not_fields_is_shown_as_bytes() {
    let plain = to_plain(books::kinds::CUSTOMER, b"\x0a\x05ab");
    let expected = Plain::Text("CgVhYg==".to_owned());
    assert_eq!(plain.member("malformed"), Some(&expected));
}

#[test]
fn several_texts_of_a_custom_field_are_a_list() {
    let quote = books::kinds::SALES_QUOTE;
    let text = |text: &str| Plain::Text(text.to_owned());
    let map = |members: Vec<(&str, Plain)>| {
        let members = members.into_iter();
        Plain::Map(members.map(|(name, it)| (name.to_owned(), it)).collect())
    };
    let chosen = map(vec![
        ("Definition", text("00000000-0000-4000-8000-000000000001")),
        ("Value", Plain::List(vec![text("red"), text("blue")])),
    ]);
    let lists = map(vec![("StringArrays", Plain::List(vec![chosen]))]);
    let plain = map(vec![("CustomFields2", lists)]);
    let content = from_plain(quote, &[], &plain).unwrap();
    assert_eq!(to_plain(quote, &content), plain);
}

#[test]
fn a_record_of_very_many_lines_is_shown_in_time_that_grows_with_them() {
    let kind = books::kinds::SALES_INVOICE;
    let line = |number: i64| {
        let words = Plain::Text(format!("Line {number}"));
        Plain::Map(vec![("LineDescription".to_owned(), words)])
    };
    let lines = Plain::List((0..20_000).map(line).collect());
    let record = Plain::Map(vec![("Lines".to_owned(), lines)]);
    let content = from_plain(kind, &[], &record).unwrap();
    let begun = std::time::Instant::now();
    assert_eq!(to_plain(kind, &content), record);
    // The square of so many lines takes minutes; all of them once, a moment.
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
