//! What may be seen of one area tells nothing of another: documents on the page of a customer or of
//! a bank account, the way in, copying, and the rights of emails (SPEC-users.md, 2.6 to 2.8).

use crate::access::{Server, member};
use crate::papers_books::{k, map, record, t};
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::Plain;
use users::{Areas, Level, Rights};

const BANK: Key = Key::constant("c0ffee00-0000-4000-8000-000000000011");
const INVOICE: Key = Key::constant("c0ffee00-0000-4000-8000-000000000012");
const RECEIPT: Key = Key::constant("c0ffee00-0000-4000-8000-000000000013");
const ADVANCE: Key = Key::constant("c0ffee00-0000-4000-8000-000000000014");

/// What a member may do, area by area.
fn custom(areas: &[(&str, Rights)]) -> Level {
    let owned = areas
        .iter()
        .map(|(area, rights)| ((*area).to_owned(), *rights));
    Level::Custom(Areas::from_iter(owned))
}

const MAKE: Rights = Rights {
    create: true,
    ..Rights::VIEW
};

/// The fields of a receipt in the cash box.
fn receipt(number: &str, line: Plain) -> [(&'static str, Plain); 4] {
    [
        ("Date", t("2025-02-01")),
        ("Reference", t(number)),
        ("ReceivedIn", k(BANK)),
        ("Lines", Plain::List(vec![line])),
    ]
}

/// A business with a customer, an invoice of number INV-7 and two receipts, RCP-8 for the invoice
/// and ADV-9 in advance; its address and the customer's key.
async fn books_of(server: &Server) -> (String, Key) {
    let rahima = server.signed_in("rahima").await;
    let (business, customer) = server.business(&rahima, "Dokan").await;
    let app = &server.world.app;
    let key: Key = business
        .rsplit('/')
        .next()
        .expect("a part")
        .parse()
        .expect("a key");
    let opened = app.store.open(key).expect("the business");
    let stamp = web::stamp::stamp(app, "Asia/Dhaka").expect("a stamp");
    let receivable = kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT;
    let sold = map(&[
        ("Account", k(kinds::BALANCE_SHEET_SUSPENSE_ACCOUNT)),
        ("SalesUnitPrice", t("731")),
    ]);
    let settled = map(&[
        ("Account", k(receivable)),
        ("AccountsReceivableCustomer", k(customer)),
        ("AccountsReceivableSalesInvoice", k(INVOICE)),
        ("Amount", t("23")),
    ]);
    let ahead = map(&[
        ("Account", k(receivable)),
        ("AccountsReceivableCustomer", k(customer)),
        ("Amount", t("50")),
    ]);
    let records = [
        record(
            BANK,
            kinds::BANK_OR_CASH_ACCOUNT,
            &[("Name", t("Cash box"))],
        ),
        record(
            INVOICE,
            kinds::SALES_INVOICE,
            &[
                ("IssueDate", t("2025-01-15")),
                ("Reference", t("INV-7")),
                ("Customer", k(customer)),
                ("Lines", Plain::List(vec![sold])),
            ],
        ),
        record(RECEIPT, kinds::RECEIPT, &receipt("RCP-8", settled)),
        record(ADVANCE, kinds::RECEIPT, &receipt("ADV-9", ahead)),
    ];
    opened
        .write(&mut |work| {
            for (object, title) in &records {
                work.put_object(
                    object.key,
                    object.content_type,
                    &object.content,
                    title,
                    &stamp,
                )?;
            }
            Ok(())
        })
        .expect("records");
    (business, customer)
}

#[tokio::test]
async fn the_page_of_a_party_shows_documents_of_visible_areas_alone() {
    let server = Server::new();
    let (business, customer) = books_of(&server).await;
    let parties = [
        ("customers", Rights::VIEW),
        ("bank-and-cash-accounts", Rights::VIEW),
    ];
    server.add(2, "clerk", member(&[(&business, custom(&parties))]));
    let cashier = [parties[0], parties[1], ("receipts", Rights::VIEW)];
    server.add(3, "cashier", member(&[(&business, custom(&cashier))]));
    let rahima = server.signed_in("rahima").await;
    let party = format!("{business}/record/{customer}");
    let bank = format!("{business}/record/{BANK}");
    let page = server.get(&rahima, &party).await.text();
    assert!(page.contains("INV-7"), "{page}");
    let page = server.get(&rahima, &bank).await.text();
    assert!(page.contains("RCP-8") && page.contains("ADV-9"), "{page}");

    let clerk = server.signed_in("clerk").await;
    for path in [&party, &bank] {
        let answer = server.get(&clerk, path).await;
        assert_eq!(answer.status, StatusCode::OK);
        let page = answer.text();
        for hidden in ["INV-7", "RCP-8", "ADV-9", "731.00", "/2025"] {
            assert!(!page.contains(hidden), "{path} tells of {hidden}: {page}");
        }
        assert!(page.contains("may not see"), "{page}");
    }
    // What stands under a record belongs to it.
    let page = server.get(&clerk, &bank).await.text();
    assert!(page.contains("73.00"), "{page}");

    let cashier = server.signed_in("cashier").await;
    let page = server.get(&cashier, &party).await.text();
    assert!(
        !page.contains("INV-7") && !page.contains("731.00"),
        "{page}"
    );
    let page = server.get(&cashier, &bank).await.text();
    assert!(page.contains("RCP-8") && page.contains("ADV-9"), "{page}");
    assert!(!page.contains("may not see"), "{page}");
}

#[tokio::test]
async fn lists_of_what_refers_and_of_what_is_here_leave_out_other_areas() {
    let server = Server::new();
    let (business, customer) = books_of(&server).await;
    let areas = [("customers", Rights::ALL), ("summary", Rights::VIEW)];
    server.add(2, "clerk", member(&[(&business, custom(&areas))]));
    let clerk = server.signed_in("clerk").await;
    let path = format!("{business}/record/{customer}/deletion");
    let page = server.get(&clerk, &path).await.text();
    assert!(
        !page.contains("INV-7") && page.contains("may not see"),
        "{page}"
    );
    let page = server.get(&clerk, &business).await.text();
    assert!(
        !page.contains("/records/receipts") && !page.contains("Receipts"),
        "{page}"
    );
    assert!(page.contains("Customers"), "{page}");
}

#[tokio::test]
async fn a_form_names_no_documents_of_areas_that_may_not_be_seen() {
    let server = Server::new();
    let (business, _) = books_of(&server).await;
    let blind = [("receipts", MAKE)];
    server.add(2, "blind", member(&[(&business, custom(&blind))]));
    let sees = [("receipts", MAKE), ("sales-invoices", Rights::VIEW)];
    server.add(3, "cashier", member(&[(&business, custom(&sees))]));
    let path = format!("{business}/records/receipts/new");
    let cashier = server.signed_in("cashier").await;
    assert!(server.get(&cashier, &path).await.text().contains("INV-7"));
    let blind = server.signed_in("blind").await;
    let answer = server.get(&blind, &path).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(!answer.text().contains("INV-7"));
    // The customer may be named: nothing could be entered without.
    assert!(answer.text().contains("Karim"));
}

#[tokio::test]
async fn a_business_without_its_summary_leads_to_the_first_thing_that_may_be_seen() {
    let server = Server::new();
    let (business, _) = books_of(&server).await;
    let tab = [("sales-invoices", Rights::VIEW)];
    server.add(2, "clerk", member(&[(&business, custom(&tab))]));
    let report = [("reports/trial-balance", Rights::VIEW)];
    server.add(3, "reader", member(&[(&business, custom(&report))]));
    for (name, part) in [
        ("clerk", "records/sales-invoices"),
        ("reader", "reports/trial-balance"),
    ] {
        let browser = server.signed_in(name).await;
        let first = format!("{business}/{part}");
        assert_eq!(server.get(&browser, &first).await.status, StatusCode::OK);
        for path in ["/", "/account"] {
            let page = server.get(&browser, path).await.text();
            assert!(
                page.contains(&format!("<a href=\"{first}\">")),
                "{path}: {page}"
            );
        }
        let page = server.get(&browser, "/").await.text();
        assert!(!page.contains("Add Business"), "an empty menu: {page}");
    }
    let rahima = server.signed_in("rahima").await;
    assert!(
        server
            .get(&rahima, "/")
            .await
            .text()
            .contains("Add Business")
    );
}

#[tokio::test]
async fn copying_asks_for_sight_of_the_source_and_for_making_in_the_target() {
    let server = Server::new();
    let (business, _) = books_of(&server).await;
    let cashier = [("sales-invoices", Rights::VIEW), ("receipts", MAKE)];
    server.add(2, "cashier", member(&[(&business, custom(&cashier))]));
    server.add(
        3,
        "seller",
        member(&[(&business, custom(&[("sales-invoices", MAKE)]))]),
    );
    server.add(
        4,
        "blind",
        member(&[(&business, custom(&[("receipts", MAKE)]))]),
    );
    let record = format!("{business}/record/{INVOICE}");
    let to_receipt = format!("{record}/copy?to=receipts");

    let cashier = server.signed_in("cashier").await;
    let copied = server.get(&cashier, &to_receipt).await;
    assert!(
        copied
            .location()
            .ends_with(&format!("/records/receipts/new?copied-from={INVOICE}"))
    );
    let page = server.get(&cashier, &record).await.text();
    assert!(page.contains("copy?to=receipts"), "{page}");
    assert!(!page.contains("copy?to=credit-notes"), "{page}");
    assert!(
        !page.contains("/copy\""),
        "an invoice may not be made: {page}"
    );
    let own = server.get(&cashier, &format!("{record}/copy")).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN);

    let seller = server.signed_in("seller").await;
    let page = server.get(&seller, &record).await.text();
    assert!(
        page.contains("/copy\"") && !page.contains("copy?to="),
        "{page}"
    );
    assert!(!page.contains("Copy to"), "an empty menu: {page}");
    assert_eq!(
        server.get(&seller, &to_receipt).await.status,
        StatusCode::FORBIDDEN
    );

    let blind = server.signed_in("blind").await;
    assert_eq!(
        server.get(&blind, &to_receipt).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn emails_have_the_four_rights() {
    let server = Server::new();
    let rahima = server.signed_in("rahima").await;
    let (business, _) = server.business(&rahima, "Dokan").await;
    let key = business.rsplit('/').next().expect("a key");
    let form = server.get(&rahima, "/users/new").await.text();
    for letter in ["v", "c", "e", "d"] {
        assert!(
            form.contains(&format!("right.{key}.emails.{letter}")),
            "{letter}"
        );
    }
    for (number, name, rights) in [
        (2, "writer", MAKE),
        (3, "reader", Rights::VIEW),
        (
            4,
            "sweeper",
            Rights {
                delete: true,
                ..Rights::VIEW
            },
        ),
    ] {
        server.add(
            number,
            name,
            member(&[(&business, custom(&[("emails", rights)]))]),
        );
    }
    let email = format!("{business}/emails/{INVOICE}");
    for (name, method, path, may) in [
        ("reader", "GET", format!("{business}/emails/new"), false),
        ("writer", "GET", format!("{business}/emails/new"), true),
        ("reader", "POST", format!("{business}/emails"), false),
        ("writer", "POST", format!("{email}/deletion"), false),
        ("sweeper", "POST", format!("{email}/deletion"), true),
        ("writer", "GET", format!("{email}/edit"), false),
        ("writer", "POST", format!("{email}/queueing"), false),
        ("sweeper", "POST", format!("{email}/withdrawal"), false),
    ] {
        let browser = server.signed_in(name).await;
        let answer = server.ask(&browser, method, &path, "").await;
        let is_refused = answer.status == StatusCode::FORBIDDEN;
        assert_eq!(
            is_refused, !may,
            "{name} {method} {path}: {}",
            answer.status
        );
    }
}

#[tokio::test]
async fn nothing_of_ones_own_is_there_while_an_administrator_acts_for_somebody() {
    let server = Server::new();
    server.add(2, "karim", member(&[]));
    let mut rahima = server.signed_in("rahima").await;
    let page = format!("/users/{}/acting", Key::from_bytes([2; 16]));
    let acting = server.ask(&rahima, "POST", &page, "").await;
    rahima.take(&acting);
    let page = server.get(&rahima, "/account").await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.text();
    assert!(page.contains("karim Begum"), "{page}");
    for hidden in [
        "action=\"/account/password\"",
        "action=\"/account/email\"",
        "action=\"/account/sessions/ending\"",
        "href=\"/account/tokens\"",
        "href=\"/account/second-factor\"",
    ] {
        assert!(!page.contains(hidden), "{hidden}: {page}");
    }
    for (method, path) in [
        ("POST", "/account/password"),
        ("POST", "/account/email"),
        ("POST", "/account/sessions/ending"),
        ("GET", "/account/tokens"),
        ("POST", "/account/tokens"),
        ("GET", "/account/second-factor"),
        ("POST", "/account/second-factor"),
        ("POST", "/account/second-factor/removal"),
    ] {
        let form = "present=correct+horse+battery+staple&wanted=another+long+battery+of+horses";
        let answer = server.ask(&rahima, method, path, form).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}");
    }
    let ended = server.ask(&rahima, "POST", "/account/acting/end", "").await;
    rahima.take(&ended);
    let page = server.get(&rahima, "/account/tokens").await;
    assert_eq!(page.status, StatusCode::OK);
}
