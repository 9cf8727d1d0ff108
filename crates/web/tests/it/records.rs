//! Lists, views, forms, saving and deleting, on a business made here and on the real files.

use crate::bench::{BANK, Bench, CUSTOMER, FURNITURE, SALES, key};
use crate::sent_form::filled_form;
use axum::http::StatusCode;
use books::{Key, kinds};
use history::Action;
use interchange::{Edit, FieldValue, LineEdit, decode, find_field, patch, spec};
use rust_decimal::Decimal;

const SAMPLE_FILES: [&str; 2] = ["fbr-einvoice.manager", "zatca-einvoice.manager"];

fn record_path(business: Key, record: Key) -> String {
    format!("/businesses/{business}/record/{record}")
}

fn list_path(business: Key, content_type: Key) -> String {
    match spec(content_type) {
        Some(spec) => format!("/businesses/{business}/records/{}", spec.slug),
        None => format!("/businesses/{business}/records/unknown/{content_type}"),
    }
}

/// What a page may hold of scripts: its own, in the head.
fn has_foreign_script(page: &str) -> bool {
    let own = page
        .matches("<script type=\"module\" src=\"/assets/")
        .count();
    page.matches("<script").count() != own || page.contains("<iframe")
}

#[tokio::test]
async fn every_list_and_every_record_of_the_real_files_is_shown_and_runs_nothing() {
    for file in SAMPLE_FILES {
        let bench = Bench::new();
        let Some(business) = bench.import_sample(file) else {
            continue;
        };
        for object in bench.objects(business, None) {
            for path in [
                list_path(business, object.content_type),
                record_path(business, object.key),
            ] {
                let answer = bench.get(&path).await;
                assert_eq!(
                    answer.status,
                    StatusCode::OK,
                    "{file} {path}: {}",
                    answer.text()
                );
                assert!(!has_foreign_script(&answer.text()), "{file} {path}");
            }
        }
    }
}

#[tokio::test]
async fn every_form_of_the_real_files_saved_untouched_changes_no_byte() {
    for file in SAMPLE_FILES {
        let bench = Bench::new();
        let Some(business) = bench.import_sample(file) else {
            continue;
        };
        let entries = bench.entries(business).len();
        let mut saved = 0;
        for object in bench.objects(business, None) {
            let path = record_path(business, object.key);
            let form = bench.get(&format!("{path}/edit")).await;
            if form.status != StatusCode::OK {
                continue;
            }
            let pairs = filled_form(&form.text());
            let pairs: Vec<(&str, &str)> = pairs
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            let answer = bench.post(&path, &pairs).await;
            assert_eq!(
                answer.status,
                StatusCode::SEE_OTHER,
                "{file} {path} {}",
                answer.text()
            );
            assert_eq!(
                bench.object(business, object.key),
                Some(object),
                "{file} {path}"
            );
            saved += 1;
        }
        assert!(saved >= 20, "{file}: {saved}");
        assert_eq!(bench.entries(business).len(), entries, "{file}");
    }
}

#[tokio::test]
async fn an_imported_customer_is_renamed_and_nothing_else_of_it_changes() {
    let bench = Bench::new();
    let Some(business) = bench.import_sample("zatca-einvoice.manager") else {
        return;
    };
    let before = bench.objects(business, Some(kinds::CUSTOMER)).remove(0);
    let path = record_path(business, before.key);
    let entries = bench.entries(business).len();

    let old_name = interchange::title(&before).expect("a name");
    bench
        .edits(&path, |value| {
            if value == old_name {
                "Renamed Here".to_owned()
            } else {
                value
            }
        })
        .await;

    let after = bench.object(business, before.key).expect("the customer");
    // The one field is replaced, byte for byte: tag, length, text.
    let field = |name: &str| {
        [
            &[0x0a, u8::try_from(name.len()).expect("a short name")],
            name.as_bytes(),
        ]
        .concat()
    };
    let (old, new) = (field(&old_name), field("Renamed Here"));
    let at = before
        .content
        .windows(old.len())
        .position(|window| window == old)
        .expect("the name stands in the record");
    let expected = [
        &before.content[..at],
        &new,
        &before.content[at + old.len()..],
    ]
    .concat();
    assert_eq!(after.content, expected);

    let written = bench.entries(business).split_off(entries);
    assert_eq!(written.len(), 1);
    let draft = &written[0].draft;
    assert_eq!(
        (draft.action, draft.object),
        (Action::Change, Some(before.key))
    );
    assert_eq!(draft.before.content.as_deref(), Some(&before.content[..]));
    assert_eq!(draft.after.content.as_deref(), Some(&after.content[..]));
    assert_eq!(
        (draft.title.as_str(), draft.stamp.user_name.as_str()),
        ("Renamed Here", "Rina Sen")
    );
}

#[tokio::test]
async fn a_journal_entry_that_does_not_balance_is_refused_with_the_difference() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("/businesses/{business}/records/journal-entries");
    let (furniture, cash) = (format!("account:{FURNITURE}"), format!("bank:{BANK}"));
    let mut pairs = vec![
        ("Date", "2026-11-21"),
        ("Narration", "A desk"),
        ("lines[0].Account", furniture.as_str()),
        ("lines[0].Debit", "1,250.50"),
        ("lines[1].Account", cash.as_str()),
        ("lines[1].Credit", "1,250"),
        ("lines[2].Account", ""),
    ];
    let refused = bench.post(&path, &pairs).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("A desk") && refused.text().contains("1,250.50"));
    assert!(
        bench
            .objects(business, Some(kinds::JOURNAL_ENTRY))
            .is_empty()
    );

    pairs[5] = ("lines[1].Credit", "1,250.50");
    let saved = bench.post(&path, &pairs).await.key_of_location();
    let object = bench.object(business, saved).expect("the journal entry");
    let record = decode(object.content_type, &object.content).expect("fields");
    let lines: Vec<_> = record.lines(14).collect();
    assert_eq!(lines.len(), 2);
    let reference = |line: usize, number: u32| {
        find_field(lines[line], number).and_then(|field| field.value.reference())
    };
    assert_eq!(reference(0, 1), Some(FURNITURE));
    assert_eq!(
        reference(1, 1),
        Some(kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT)
    );
    assert_eq!(reference(1, 29), Some(BANK));

    let page = bench.get(&record_path(business, saved)).await.text();
    assert!(
        page.contains("Furniture") && page.contains("Cash box"),
        "{page}"
    );
    let balance = bench
        .get(&format!("/businesses/{business}/reports/trial-balance"))
        .await
        .text();
    assert!(balance.matches("1,250.50").count() >= 4, "{balance}");
}

#[tokio::test]
async fn bengali_digits_are_understood_where_an_amount_is_typed() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("/businesses/{business}/records/receipts");
    let (account, payer) = (format!("account:{SALES}"), format!("customer:{CUSTOMER}"));
    let bank = BANK.to_string();
    let pairs = [
        ("Date", "২১/১১/২০২৬"),
        ("Reference", "১"),
        ("ReceivedIn", bank.as_str()),
        ("PaidBy", payer.as_str()),
        ("lines[0].Account", account.as_str()),
        ("lines[0].Amount", "১২,৩৪,৫৬৭.৮৯"),
    ];
    let saved = bench.post_in("bn", &path, &pairs).await.key_of_location();
    let object = bench.object(business, saved).expect("the receipt");
    let record = decode(object.content_type, &object.content).expect("fields");
    let line = record.lines(11).next().expect("a line");
    let amount = find_field(line, 18).and_then(|field| field.value.decimal());
    assert_eq!(amount, Some(Decimal::new(123_456_789, 2)));
    assert_eq!(record.value(3), Some(&FieldValue::Integer(1)));
    assert_eq!(record.value(4), Some(&FieldValue::Reference(CUSTOMER)));
}

#[tokio::test]
async fn every_kind_with_a_form_is_created_edited_and_deleted() {
    let bank = BANK.to_string();
    let (assets, income) = (kinds::ASSETS.to_string(), crate::bench::INCOME.to_string());
    let account = format!("account:{SALES}");
    let debit = format!("account:{FURNITURE}");
    let named: &[(&str, &str)] = &[("Name", "First name")];
    let under_assets: &[(&str, &str)] = &[("Name", "First name"), ("Group", &assets)];
    let under_income: &[(&str, &str)] = &[("Name", "First name"), ("Group", &income)];
    let money: &[(&str, &str)] = &[
        ("Date", "2026-11-21"),
        ("Reference", "First name"),
        ("ReceivedIn", &bank),
        ("PaidFrom", &bank),
        ("Contact", "Somebody"),
        ("lines[0].Account", &account),
        ("lines[0].Amount", "10"),
    ];
    let journal: &[(&str, &str)] = &[
        ("Date", "2026-11-21"),
        ("Reference", "First name"),
        ("lines[0].Account", &account),
        ("lines[0].Debit", "10"),
        ("lines[1].Account", &debit),
        ("lines[1].Credit", "10"),
    ];
    for (slug, pairs) in [
        ("customers", named),
        ("suppliers", named),
        ("bank-and-cash-accounts", named),
        ("balance-sheet-accounts", under_assets),
        ("profit-and-loss-statement-accounts", under_income),
        ("balance-sheet-groups", under_assets),
        ("profit-and-loss-statement-groups", under_income),
        ("receipts", money),
        ("payments", money),
        ("journal-entries", journal),
        ("employees", named),
        ("capital-accounts", named),
        ("special-accounts", named),
        ("expense-claims-payers", named),
        ("divisions", named),
    ] {
        lives_and_goes(slug, pairs).await;
    }
}

#[tokio::test]
async fn items_and_papers_of_sales_are_created_edited_and_deleted() {
    let account = format!("account:{SALES}");
    let item: &[(&str, &str)] = &[("ItemName", "First name")];
    let customer = CUSTOMER.to_string();
    let order: &[(&str, &str)] = &[
        ("IssueDate", "2026-11-21"),
        ("Date", "2026-11-21"),
        ("Reference", "First name"),
        ("Customer", &customer),
        ("lines[0].LineDescription", "A desk"),
        ("lines[0].UnitPrice", "10"),
    ];
    let invoice: &[(&str, &str)] = &[
        ("IssueDate", "2026-11-21"),
        ("Reference", "First name"),
        ("Customer", &customer),
        ("lines[0].Item", &account),
        ("lines[0].SalesUnitPrice", "10"),
    ];
    let note: &[(&str, &str)] = &[
        ("DeliveryDate", "2026-11-21"),
        ("Reference", "First name"),
        ("Customer", &customer),
        ("lines[0].LineDescription", "A desk"),
        ("lines[0].Qty", "1"),
    ];
    for (slug, pairs) in [
        ("inventory-items", item),
        ("non-inventory-items", item),
        ("sales-quotes", order),
        ("sales-orders", order),
        ("sales-invoices", invoice),
        ("credit-notes", invoice),
        ("delivery-notes", note),
    ] {
        lives_and_goes(slug, pairs).await;
    }
}

/// Creates a record, changes its name and deletes it, each with its History entry.
async fn lives_and_goes(slug: &str, pairs: &[(&str, &str)]) {
    let bench = Bench::new();
    let business = bench.small_business();
    let entries = bench.entries(business).len();
    let list = format!("/businesses/{business}/records/{slug}");
    let new = bench.get(&format!("{list}/new")).await;
    assert_eq!(new.status, StatusCode::OK, "{slug}");
    let saved = bench.post(&list, pairs).await.key_of_location();
    let path = record_path(business, saved);
    let listed = bench.get(&list).await.text();
    assert!(listed.contains("First name"), "{slug}");

    bench
        .edits(&path, |value| value.replace("First name", "Second name"))
        .await;
    let object = bench.object(business, saved).expect("the record");
    let title = interchange::title(&object);
    assert_eq!(title.as_deref(), Some("Second name"), "{slug}");

    let question = bench.get(&format!("{path}/deletion")).await;
    assert_eq!(question.status, StatusCode::OK);
    let deleted = bench.post(&format!("{path}/deletion"), &[]).await;
    assert_eq!(deleted.status, StatusCode::SEE_OTHER, "{slug}");
    assert_eq!(bench.object(business, saved), None, "{slug}");
    let actions: Vec<Action> = bench
        .entries(business)
        .split_off(entries)
        .iter()
        .map(|entry| entry.draft.action)
        .collect();
    let expected = [Action::Create, Action::Change, Action::Delete];
    assert_eq!(actions, expected, "{slug}");
}

#[tokio::test]
async fn nothing_changes_in_the_locked_period() {
    let bench = Bench::new();
    let business = bench.small_business();
    let list = format!("/businesses/{business}/records/journal-entries");
    let (debit, credit) = (format!("account:{FURNITURE}"), format!("account:{SALES}"));
    let pairs = |date: &'static str| {
        [
            ("Date", date),
            ("Reference", date),
            ("lines[0].Account", debit.as_str()),
            ("lines[0].Debit", "10"),
            ("lines[1].Account", credit.as_str()),
            ("lines[1].Credit", "10"),
        ]
    };
    let saved = bench
        .post(&list, &pairs("2016-04-11"))
        .await
        .key_of_location();
    let edits = [
        Edit::Set(1, day()),
        Edit::Set(2, Some(FieldValue::Flag(true))),
    ];
    let lock = patch(kinds::LOCK_DATE, &[], &edits).expect("a lock date");
    bench.puts(business, kinds::LOCK_DATE, kinds::LOCK_DATE, &lock);

    let path = record_path(business, saved);
    let base = bench.get(&format!("{path}/edit")).await.hidden("base");
    for date in ["2016-04-11", "2026-11-21"] {
        let pairs = [
            ("base", base.as_str()),
            ("Date", date),
            ("Reference", "J 2"),
        ];
        let refused = bench.post(&path, &pairs).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{date}");
        assert!(refused.text().contains("id=\"Date-error\""));
    }
    let refused = bench.post(&format!("{path}/deletion"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let refused = bench.post(&list, &pairs("2024-05-29")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fine = bench.post(&list, &pairs("2024-05-30")).await;
    assert_eq!(fine.status, StatusCode::SEE_OTHER);
}

/// 29 May 2024, out of a record that has it.
fn day() -> Option<FieldValue> {
    let record = [0x0a, 0x04, 0x08, 0xc0, 0xb6, 0x02];
    let record = decode(kinds::JOURNAL_ENTRY, &record).expect("fields");
    assert!(matches!(record.value(1), Some(FieldValue::Date(_))));
    record.value(1).cloned()
}

/// A field of the wire encoding that holds bytes.
fn bytes_field(number: u8, bytes: &[u8]) -> Vec<u8> {
    let tag = u16::from(number) << 3 | 2;
    let tag = [
        u8::try_from(tag & 0x7f).expect("seven bits") | 0x80,
        u8::try_from(tag >> 7).expect("few bits"),
    ];
    let length = u8::try_from(bytes.len()).expect("a short field");
    [&tag, &[length][..], bytes].concat()
}

/// A journal entry of ten on either side, with an empty third line.
fn journal_of_ten() -> Vec<u8> {
    let line = |side: u32, account: Key| {
        let edits = [
            Edit::Set(1, Some(FieldValue::Reference(account))),
            Edit::Set(side, Some(FieldValue::Decimal(Decimal::TEN))),
        ];
        LineEdit {
            from: None,
            edits: edits.to_vec(),
        }
    };
    let lines = vec![line(13, FURNITURE), line(14, SALES), LineEdit::default()];
    let known = [
        Edit::Set(1, day()),
        Edit::Set(2, Some(FieldValue::Text("J 1".to_owned()))),
        Edit::Lines(14, lines),
    ];
    patch(kinds::JOURNAL_ENTRY, &[], &known).expect("a journal entry")
}

#[tokio::test]
async fn fields_that_nobody_knows_survive_in_place_also_inside_lines() {
    let bench = Bench::new();
    let business = bench.small_business();
    let made = journal_of_ten();
    // Strangers before the first line, inside it and behind the last one.
    let first_line = made
        .iter()
        .position(|byte| *byte == 0x72)
        .expect("the first line");
    let length = usize::from(made[first_line + 1]);
    let inside = bytes_field(99, b"<script>x</script>");
    let longer = u8::try_from(length + inside.len()).expect("a short line");
    let content = [
        &made[..first_line],
        &bytes_field(77, b"odd")[..],
        &[0x72, longer],
        &made[first_line + 2..first_line + 2 + length],
        &inside,
        &made[first_line + 2 + length..],
        &bytes_field(120, b"end"),
    ]
    .concat();
    let record = key(0x55);
    bench.puts(business, record, kinds::JOURNAL_ENTRY, &content);

    let path = record_path(business, record);
    let page = bench.get(&path).await.text();
    assert!(
        page.contains("&lt;script&gt;x&lt;/script&gt;") && !has_foreign_script(&page),
        "{page}"
    );

    bench
        .edits(&path, |value| {
            value.replace("J 1", "J 2").replace("10", "25.5")
        })
        .await;
    let after = bench.object(business, record).expect("the journal entry");
    let order = |content: &[u8]| -> Vec<u32> {
        let record = decode(kinds::JOURNAL_ENTRY, content).expect("fields");
        record.fields.iter().map(|field| field.number).collect()
    };
    assert_eq!(order(&after.content), [1, 2, 77, 14, 14, 14, 120]);
    assert_eq!(order(&after.content), order(&content));
    for stranger in [bytes_field(77, b"odd"), inside, bytes_field(120, b"end")] {
        let stays = after
            .content
            .windows(stranger.len())
            .any(|window| window == stranger);
        assert!(stays, "{stranger:?}");
    }
    let saved = decode(kinds::JOURNAL_ENTRY, &after.content).expect("fields");
    let line = saved.lines(14).next().expect("the first line");
    let numbers: Vec<u32> = line.iter().map(|field| field.number).collect();
    assert_eq!(numbers, [1, 13, 99]);
    assert_eq!(line[1].value, FieldValue::Decimal(Decimal::new(255, 1)));
}

#[tokio::test]
async fn a_record_that_others_refer_to_is_not_deleted_and_they_are_named() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("{}/deletion", record_path(business, crate::bench::INCOME));
    let refused = bench.post(&path, &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("Sales"));
    assert!(bench.object(business, crate::bench::INCOME).is_some());
}

#[tokio::test]
async fn a_record_changed_meanwhile_is_not_overwritten_and_nothing_typed_is_lost() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = record_path(business, CUSTOMER);
    let base = bench.get(&format!("{path}/edit")).await.hidden("base");
    let first = bench
        .post(&path, &[("base", &base), ("Name", "First")])
        .await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let second = bench
        .post(&path, &[("base", &base), ("Name", "Second <b>")])
        .await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Second &lt;b&gt;"));
    // Both versions stand side by side, with who saved the other one.
    assert!(
        second.text().contains("<bdi dir=\"auto\">First</bdi>"),
        "{}",
        second.text()
    );
    assert!(second.text().contains("Saved now") && second.text().contains("Rina Sen"));
    let object = bench.object(business, CUSTOMER).expect("the customer");
    assert_eq!(interchange::title(&object).as_deref(), Some("First"));
    // The form that came back was made from the other version: saving it now is a decision.
    let base = second.hidden("base");
    let third = bench
        .post(&path, &[("base", &base), ("Name", "Second")])
        .await;
    assert_eq!(third.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_was_typed_into_a_record_that_somebody_deleted_is_not_lost() {
    let bench = Bench::new();
    let business = bench.small_business();
    let list = format!("/businesses/{business}/records/customers");
    let made = bench.post(&list, &[("Name", "Short lived")]).await;
    let path = made.location();
    let base = bench.get(&format!("{path}/edit")).await.hidden("base");
    let deletion = format!("{path}/deletion");
    let asked = bench.get(&deletion).await.hidden("base");
    // Whoever asked to delete an older version is told so first.
    let changed = bench
        .post(&path, &[("base", &base), ("Name", "Changed")])
        .await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    let refused = bench.post(&deletion, &[("base", &asked)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let asked = refused.hidden("base");
    let deleted = bench.post(&deletion, &[("base", &asked)]).await;
    assert_eq!(deleted.status, StatusCode::SEE_OTHER);
    let late = bench
        .post(&path, &[("base", &base), ("Name", "Typed for long")])
        .await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Typed for long"));
    let again = bench
        .post(
            &list,
            &[("base", &late.hidden("base")), ("Name", "Typed for long")],
        )
        .await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_typed_is_not_lost_when_the_record_goes_while_the_save_waits_its_turn() {
    let bench = Bench::new();
    let business = bench.small_business();
    let list = format!("/businesses/{business}/records/customers");
    let made = bench.post(&list, &[("Name", "Short lived")]).await;
    let (path, record) = (made.location(), made.key_of_location());
    let base = bench.get(&format!("{path}/edit")).await.hidden("base");
    let store = bench.app().store.clone();
    let (has_turn, turn) = tokio::sync::oneshot::channel();
    let deleting = std::thread::spawn(move || {
        let mut has_turn = Some(has_turn);
        let opened = store.open(business).expect("the business");
        opened
            .write(&mut |work| {
                work.delete_object(record, "Short lived", &crate::bench::stamp())?;
                has_turn.take().map(|it| it.send(()));
                // The save finds the record as it is read, and waits for its turn to write.
                std::thread::sleep(std::time::Duration::from_millis(500));
                Ok(())
            })
            .expect("it is deleted");
    });
    turn.await.expect("the turn");
    let late = bench
        .post(&path, &[("base", &base), ("Name", "Typed for long")])
        .await;
    deleting.join().expect("it ended");
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text());
    assert!(late.text().contains("Typed for long"));
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_beside_its_field() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("/businesses/{business}/records/receipts");
    let stranger = format!("account:{}", key(0x77));
    let answer = bench
        .post(
            &path,
            &[
                ("Date", "31/02/2026"),
                ("ReceivedIn", "not a key"),
                ("lines[0].Account", &stranger),
                ("lines[0].Amount", "12abc"),
                ("lines[1].Amount", "5"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    for name in [
        "Date",
        "ReceivedIn",
        "lines[0].Account",
        "lines[0].Amount",
        "lines[1].Account",
    ] {
        assert!(
            page.contains(&format!("id=\"{name}-error\"")),
            "{name} {page}"
        );
    }
    assert!(page.contains("12abc"));
    assert!(bench.objects(business, Some(kinds::RECEIPT)).is_empty());
}

#[tokio::test]
async fn lists_are_searched_without_regard_to_case_and_paged() {
    let bench = Bench::new();
    let business = bench.small_business();
    let list = format!("/businesses/{business}/records/customers");
    for number in 0..205 {
        let name = format!("Customer {number:03} Épicerie");
        assert_eq!(
            bench.post(&list, &[("Name", &name)]).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let rows = |page: &str| page.matches("/record/").count();
    assert_eq!(rows(&bench.get(&list).await.text()), 200);
    assert_eq!(rows(&bench.get(&format!("{list}?page=2")).await.text()), 6);
    // É as a letter and its mark, in capitals.
    let found = bench
        .get(&format!("{list}?q=007%20E%CC%81PICERIE"))
        .await
        .text();
    assert_eq!(rows(&found), 1, "{found}");
    let last = bench.get(&format!("{list}?sort=-1")).await.text();
    assert!(last.find("Karim").expect("first") < last.find("Customer 204").expect("second"));
}
