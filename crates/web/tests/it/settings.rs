//! Settings as a browser sees them: each page creates and edits, is listed, and survives a backup
//! and its import.

use crate::bench::{BANK, Bench, CUSTOMER, FURNITURE, SALES, key};
use crate::sent_form::filled_form;
use crate::world::{Answer, World};
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{DecodedRecord, FieldValue, decode};

fn page(business: Key, part: &str) -> String {
    format!("/businesses/{business}/settings/{part}")
}

fn list(business: Key, slug: &str) -> String {
    format!("/businesses/{business}/records/{slug}")
}

fn record(bench: &Bench, business: Key, record: Key) -> DecodedRecord {
    let object = bench.object(business, record).expect("a record");
    decode(object.content_type, &object.content).expect("fields")
}

fn text(record: &DecodedRecord, number: u32) -> Option<&str> {
    record.value(number).and_then(FieldValue::text)
}

/// The form of a page, sent with some fields changed.
async fn sends(bench: &Bench, form: &str, action: &str, changes: &[(&str, &str)]) -> Answer {
    let shown = bench.get(form).await;
    assert_eq!(shown.status, StatusCode::OK, "{form}: {}", shown.text());
    let mut pairs = filled_form(&shown.text());
    pairs.retain(|(name, _)| !changes.iter().any(|(other, _)| other == name));
    pairs.extend(
        changes
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    bench.post(action, &pairs).await
}

/// The smallest picture that is one by its first bytes.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

#[tokio::test]
async fn every_page_of_settings_is_reached_and_says_what_it_is_for() {
    let bench = Bench::new();
    let business = bench.small_business();
    let index = bench.get(&format!("/businesses/{business}/settings")).await;
    let index = index.text();
    for part in [
        "business-details",
        "date-and-number-format",
        "customize",
        "currencies",
        "starting-balances",
        "lock-date",
        "custom-fields",
        "footers",
        "form-defaults",
    ] {
        let path = page(business, part);
        assert!(index.contains(&format!("href=\"{path}\"")), "{part}");
        for language in ["en", "bn"] {
            let answer = bench.get_in(&path, language).await;
            assert_eq!(answer.status, StatusCode::OK, "{part}");
            let text = answer.text();
            assert!(!text.contains("settings-"), "{part} has a bare key");
        }
    }
    for slug in ["tax-codes", "exchange-rates", "divisions"] {
        assert!(index.contains(&list(business, slug)), "{slug}");
    }
}

#[tokio::test]
async fn business_details_are_kept_with_time_zone_and_logo() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = page(business, "business-details");
    let changes = [
        ("name", "Rahim Traders"),
        ("address", "Road 1\r\nDhaka"),
        ("identifiers", "BIN 123"),
        ("country", "BD"),
        ("time_zone", "Asia/Kolkata"),
    ];
    let saved = sends(&bench, &path, &path, &changes).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let details = record(&bench, business, kinds::BUSINESS_DETAILS);
    assert_eq!(text(&details, 1), Some("Rahim Traders"));
    assert_eq!(text(&details, 2), Some("Road 1\nDhaka"));
    assert_eq!(text(&details, 6), Some("en-BD"));
    assert_eq!(text(&details, 1001), Some("BIN 123"));
    assert_eq!(text(&details, 1002), Some("Asia/Kolkata"));
    let opened = bench.store().open(business).expect("the business");
    let profile = opened.read().expect("a reader").profile().expect("it");
    assert_eq!(profile.time_zone, "Asia/Kolkata");

    let refused = sends(
        &bench,
        &path,
        &path,
        &[("name", " "), ("time_zone", "Moon")],
    )
    .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let shown = refused.text();
    assert!(shown.contains("name-error") && shown.contains("time_zone-error"));

    let logo = page(business, "logo");
    assert_eq!(bench.get(&logo).await.status, StatusCode::NOT_FOUND);
    let refused = bench.upload(&logo, &[("logo.png", b"<svg/>")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let large = vec![0; 2_000_001];
    let refused = bench.upload(&logo, &[("logo.png", &large)]).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    for _ in 0..2 {
        let set = bench.upload(&logo, &[("x.html", PNG)]).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
        let shown = bench.get(&logo).await;
        assert_eq!(shown.bytes, PNG);
        assert_eq!(shown.header("content-type"), "image/png");
    }
    assert!(bench.get(&path).await.text().contains("class=\"logo\""));
    let removed = bench.post(&format!("{logo}/removal"), &[]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert_eq!(bench.get(&logo).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn dates_and_numbers_are_shown_and_read_as_the_business_writes_them() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = page(business, "date-and-number-format");
    // Comma before the decimals, point between thousands.
    let format = interchange::NumberFormat {
        decimal_sign: ",".to_owned(),
        group_sign: ".".to_owned(),
        group_size: 3,
    };
    let numbers = format.text();
    let changes = [
        ("dates", "MM/dd/yyyy"),
        ("numbers", numbers.as_str()),
        ("first_day", "1"),
    ];
    let saved = sends(&bench, &path, &path, &changes).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let stored = record(&bench, business, kinds::DATE_AND_NUMBER_FORMAT);
    assert_eq!(text(&stored, 1), Some("MM/dd/yyyy"));
    let (debit, credit) = (format!("account:{FURNITURE}"), format!("account:{SALES}"));
    let pairs = [
        ("Date", "03/04/2026"),
        ("lines[0].Account", debit.as_str()),
        ("lines[0].Debit", "1.234,5"),
        ("lines[1].Account", credit.as_str()),
        ("lines[1].Credit", "1.234,5"),
    ];
    let saved = bench.post(&list(business, "journal-entries"), &pairs).await;
    let entry = saved.location();
    let shown = bench.get(&entry).await.text();
    assert!(shown.contains("03/04/2026"), "{shown}");
    assert!(shown.contains("1.234,50"), "{shown}");
    let stored = record(&bench, business, saved.key_of_location());
    let date = stored.value(1).and_then(FieldValue::date).expect("a date");
    assert_eq!(date.date().expect("a day").to_string(), "2026-03-04");
    for (name, value) in [("dates", "dddd"), ("numbers", "!"), ("first_day", "9")] {
        let refused = sends(&bench, &path, &path, &[(name, value)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
}

#[tokio::test]
async fn tabs_are_switched_off_and_nothing_is_lost() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = page(business, "customize");
    let customers = list(business, "customers");
    let shown = bench.get(&path).await.text();
    let ticked: Vec<String> = shown
        .split("name=\"tab\" value=\"")
        .skip(1)
        .filter(|rest| {
            rest.split('>')
                .next()
                .is_some_and(|tag| tag.contains("checked"))
        })
        .map(|rest| rest.split('"').next().expect("a slug").to_owned())
        .collect();
    assert!(ticked.iter().any(|slug| slug == "customers"), "{ticked:?}");
    assert!(!ticked.iter().any(|slug| slug == "sales-quotes"));
    let mut pairs: Vec<(&str, &str)> = ticked
        .iter()
        .filter(|slug| *slug != "customers")
        .map(|slug| ("tab", slug.as_str()))
        .collect();
    pairs.push(("tab", "sales-quotes"));
    let saved = bench.post(&path, &pairs).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let summary = bench.get(&format!("/businesses/{business}")).await.text();
    let tabs = summary
        .split("</nav>")
        .find(|part| part.contains("class=\"tabs\""));
    let tabs = tabs.expect("the tabs");
    assert!(!tabs.contains(&customers));
    assert!(tabs.contains(&list(business, "sales-quotes")));
    let settings = bench.get(&format!("/businesses/{business}/settings")).await;
    assert!(settings.text().contains(&customers));
    assert!(bench.object(business, CUSTOMER).is_some());
}

#[tokio::test]
async fn tax_codes_currencies_and_rates_are_made_and_listed() {
    let bench = Bench::new();
    let business = bench.small_business();
    let pairs = [
        ("Name", "VAT and levy"),
        ("TaxRate", "2"),
        ("Type", "1"),
        ("lines[0].Name", "VAT"),
        ("lines[0].Rate", "15"),
        ("lines[1].Name", "Levy"),
        ("lines[1].Rate", "2.5"),
    ];
    let saved = bench.post(&list(business, "tax-codes"), &pairs).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let code = record(&bench, business, saved.key_of_location());
    assert_eq!(code.lines(2).count(), 2);
    let refused = bench
        .post(
            &list(business, "tax-codes"),
            &[("Name", "X"), ("TaxRate", "2")],
        )
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);

    let dollar = bench
        .post(
            &list(business, "foreign-currencies"),
            &[("Code", "USD"), ("Name", "Dollar"), ("DecimalPlaces", "2")],
        )
        .await
        .key_of_location();
    let currency = dollar.to_string();
    let rate = bench
        .post(
            &list(business, "exchange-rates"),
            &[
                ("Date", "2026-11-01"),
                ("Currency", currency.as_str()),
                ("InverseRate", "0.008"),
            ],
        )
        .await;
    let rate = record(&bench, business, rate.key_of_location());
    let decimal = rate.value(6).and_then(FieldValue::decimal);
    assert_eq!(decimal.expect("a rate").to_string(), "125");
    let shown = bench.get(&page(business, "currencies")).await.text();
    assert!(shown.contains("USD") && shown.contains("125"), "{shown}");

    let path = format!("/businesses/{business}/record/{}", kinds::BASE_CURRENCY);
    let saved = sends(
        &bench,
        &format!("{path}/edit"),
        &path,
        &[("DecimalPlaces", "3")],
    )
    .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let base = record(&bench, business, kinds::BASE_CURRENCY);
    assert_eq!(base.value(5).and_then(FieldValue::integer), Some(3));
}

#[tokio::test]
async fn built_in_accounts_are_renamed_and_accounts_are_moved() {
    let bench = Bench::new();
    let business = bench.small_business();
    let receivable = kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT;
    let path = format!("/businesses/{business}/record/{receivable}");
    assert!(bench.object(business, receivable).is_none());
    let changes = [("Name", "Trade debtors"), ("Code", "1100")];
    let saved = sends(&bench, &format!("{path}/edit"), &path, &changes).await;
    assert_eq!(saved.location(), path);
    let chart = format!("/businesses/{business}/chart-of-accounts");
    let shown = bench.get(&chart).await.text();
    assert!(shown.contains("Trade debtors") && shown.contains("1100"));
    let place = |shown: &str, key: Key| shown.find(&format!("id=\"a{key}\"")).expect("it");
    let before = place(&shown, FURNITURE) < place(&shown, receivable);
    let direction = if before { "down" } else { "up" };
    for _ in 0..3 {
        let moved = bench
            .post(
                &format!("{chart}/{FURNITURE}/move"),
                &[("direction", direction)],
            )
            .await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text());
    }
    let shown = bench.get(&chart).await.text();
    assert_ne!(place(&shown, FURNITURE) < place(&shown, receivable), before);
    let furniture = record(&bench, business, FURNITURE);
    assert!(furniture.value(1001).and_then(FieldValue::integer) > Some(0));
    // An account that is used is not deleted.
    let (debit, credit) = (format!("account:{FURNITURE}"), format!("account:{SALES}"));
    let pairs = [
        ("Date", "2026-11-21"),
        ("lines[0].Account", debit.as_str()),
        ("lines[0].Debit", "5"),
        ("lines[1].Account", credit.as_str()),
        ("lines[1].Credit", "5"),
    ];
    bench
        .post(&list(business, "journal-entries"), &pairs)
        .await
        .location();
    let deletion = format!("/businesses/{business}/record/{FURNITURE}/deletion");
    assert_eq!(
        bench.post(&deletion, &[]).await.status,
        StatusCode::CONFLICT
    );
}

#[tokio::test]
async fn starting_balances_are_set_beside_their_things() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = page(business, "starting-balances");
    let shown = bench.get(&path).await.text();
    let slug = "bank-or-cash-account-starting-balances";
    let new = format!("{}/new?BankOrCashAccount={BANK}", list(business, slug));
    assert!(shown.contains(&new), "{shown}");
    let saved = sends(
        &bench,
        &new,
        &list(business, slug),
        &[("Amount", "1250.75")],
    )
    .await;
    let saved = record(&bench, business, saved.key_of_location());
    assert_eq!(saved.value(1).and_then(FieldValue::reference), Some(BANK));
    let shown = bench.get(&path).await.text();
    assert!(shown.contains("1,250.75"), "{shown}");
}

#[tokio::test]
async fn custom_fields_and_footers_are_made_moved_and_deleted() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = page(business, "custom-fields");
    for (slug, name) in [
        ("text-custom-fields", "Route"),
        ("date-custom-fields", "Joined"),
    ] {
        let pairs = [("Name", name), ("Placement", "customers")];
        let made = bench.post(&format!("{path}/new/{slug}"), &pairs).await;
        assert_eq!(made.location(), path);
    }
    let pairs = [("Name", "Colours"), ("Placement", "customers")];
    let refused = bench
        .post(&format!("{path}/new/multiple-value-custom-fields"), &pairs)
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Options-error"));
    let definitions = bench.objects(business, Some(kinds::TEXT_CUSTOM_FIELD));
    let route = definitions.first().expect("Route").key;
    let at = |shown: &str, name: &str| shown.find(name).expect("a name");
    let shown = bench.get(&path).await.text();
    assert!(at(&shown, ">Joined<") < at(&shown, ">Route<"));
    let moved = bench
        .post(&format!("{path}/{route}/move"), &[("direction", "up")])
        .await;
    assert_eq!(moved.location(), path);
    let shown = bench.get(&path).await.text();
    assert!(at(&shown, ">Route<") < at(&shown, ">Joined<"), "{shown}");
    let edited = sends(
        &bench,
        &format!("{path}/{route}"),
        &format!("{path}/{route}"),
        &[("Name", "Route of delivery")],
    )
    .await;
    assert_eq!(edited.location(), path);
    let definition = record(&bench, business, route);
    assert_eq!(text(&definition, 1), Some("Route of delivery"));
    let deletion = format!("/businesses/{business}/record/{route}/deletion");
    assert_eq!(
        bench.post(&deletion, &[]).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(bench.object(business, route).is_none());

    let pairs = [
        ("Name", "Bank"),
        ("Content", "<b>Pay</b> to 123\r\nThanks"),
        ("OnEveryDocument", "on"),
    ];
    let saved = bench
        .post(&list(business, "sales-invoice-footers"), &pairs)
        .await;
    let footer = record(&bench, business, saved.key_of_location());
    assert_eq!(text(&footer, 2), Some("<b>Pay</b> to 123\nThanks"));
    let shown = bench.get(&saved.location()).await.text();
    assert!(!shown.contains("<b>Pay</b>"));
    assert!(
        bench
            .get(&page(business, "footers"))
            .await
            .text()
            .contains("Bank")
    );
}

#[tokio::test]
async fn form_defaults_are_edited_and_new_forms_begin_with_them() {
    let bench = Bench::new();
    let business = bench.small_business();
    let kind = kinds::JOURNAL_ENTRY;
    let path = format!("/businesses/{business}/record/{kind}");
    let shown = bench.get(&page(business, "form-defaults")).await.text();
    assert!(shown.contains(&format!("{path}/edit")));
    let saved = sends(
        &bench,
        &format!("{path}/edit"),
        &path,
        &[("Narration", "Month end")],
    )
    .await;
    assert_eq!(saved.location(), path, "{}", saved.text());
    let new = format!("{}/new", list(business, "journal-entries"));
    assert!(bench.get(&new).await.text().contains("Month end"));
    let rows = bench.get(&list(business, "journal-entries")).await.text();
    assert!(!rows.contains(&format!(
        "href=\"/businesses/{business}/record/{key}\"",
        key = key(0)
    )));
}

#[tokio::test]
async fn settings_survive_a_backup_and_its_import() {
    let world = World::new();
    let business = world.business("Travelling").await;
    let details = [
        ("name", "Travelling Traders"),
        ("address", "Road 2"),
        ("country", "BD"),
        ("time_zone", "Asia/Dhaka"),
    ];
    let saved = world
        .post(&format!("{business}/settings/business-details"), &details)
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let formats = [("dates", "yyyy-MM-dd"), ("first_day", "1")];
    let path = format!("{business}/settings/date-and-number-format");
    assert_eq!(
        world.post(&path, &formats).await.status,
        StatusCode::SEE_OTHER
    );
    let path = format!("{business}/settings/lock-date");
    let saved = world.post(&path, &[("date", "2025-12-31")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let path = format!("{business}/settings/custom-fields/new/number-custom-fields");
    let pairs = [("Name", "Distance"), ("Placement", "customers")];
    assert_eq!(
        world.post(&path, &pairs).await.status,
        StatusCode::SEE_OTHER
    );

    let form = [("attachments", "on"), ("emails", "on"), ("history", "on")];
    let page = world.backup(&business, &form).await;
    let shown = world.page(&page).await;
    let link = shown.split("data-download").next().expect("the page");
    let href = link.rsplit("href=\"").next().expect("a link");
    let file = world.get(href.split('"').next().expect("its end")).await;
    assert_eq!(file.status, StatusCode::OK);
    let copy = world.import("copy.manager", &file.bytes).await;
    assert_ne!(copy, business);
    let details = world
        .page(&format!("{copy}/settings/business-details"))
        .await;
    assert!(details.contains("Travelling Traders"), "{details}");
    let lock = world.page(&format!("{copy}/settings/lock-date")).await;
    assert!(lock.contains("2025-12-31"), "{lock}");
    let fields = world.page(&format!("{copy}/settings/custom-fields")).await;
    assert!(fields.contains("Distance"));
}
