//! Lists with what follows from the books: totals, balances, statuses, sums, and all of it as CSV.

use crate::bench::Bench;
use crate::papers_books::{k, map, record, t};
use books::{Key, kinds};
use interchange::Plain;

const BANK: Key = crate::bench::BANK;
const CUSTOMER: Key = crate::bench::CUSTOMER;

/// Puts a record as it came from elsewhere.
fn puts(bench: &Bench, business: Key, number: u8, kind: Key, members: &[(&str, Plain)]) -> Key {
    let (object, _) = record(crate::bench::key(number), kind, members);
    bench.puts(business, object.key, kind, &object.content);
    object.key
}

fn line(members: &[(&str, Plain)]) -> Plain {
    Plain::List(vec![map(members)])
}

/// Three invoices: one paid, one paid in part and long due, one due in a hundred years.
fn business(bench: &Bench) -> Key {
    let business = bench.small_business();
    for (number, reference, price, due) in [
        (0x61, "INV-1", "100", "2025-01-31"),
        (0x62, "INV-2", "250.50", "2025-02-28"),
        (0x63, "INV-3", "1000", "2126-01-01"),
    ] {
        let sale = line(&[
            ("Account", k(crate::bench::SALES)),
            ("SalesUnitPrice", t(price)),
        ]);
        let members = [
            ("IssueDate", t("2025-01-15")),
            ("Reference", t(reference)),
            ("Customer", k(CUSTOMER)),
            ("DueDateDate", t(due)),
            ("DueDate", Plain::Integer(1)),
            ("Lines", sale),
        ];
        puts(bench, business, number, kinds::SALES_INVOICE, &members);
    }
    for (number, invoice, amount) in [(0x71, 0x61, "100"), (0x72, 0x62, "50.50")] {
        let settled = line(&[
            (
                "Account",
                k(kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT),
            ),
            ("AccountsReceivableCustomer", k(CUSTOMER)),
            (
                "AccountsReceivableSalesInvoice",
                k(crate::bench::key(invoice)),
            ),
            ("Amount", t(amount)),
        ]);
        let members = [
            ("Date", t("2025-02-01")),
            ("ReceivedIn", k(BANK)),
            ("Lines", settled),
        ];
        puts(bench, business, number, kinds::RECEIPT, &members);
    }
    business
}

#[tokio::test]
async fn invoices_show_total_balance_and_status_with_sums() {
    let bench = Bench::new();
    let business = business(&bench);
    let path = format!("/businesses/{business}/records/sales-invoices");
    let page = bench.get(&path).await.text();
    // 100 + 250.50 + 1,000; open 0 + 200 + 1,000.
    for words in ["1,350.50", "1,200.00", "Paid", "Overdue by", "Unpaid"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let overdue = bench.get(&format!("{path}?status=overdue")).await.text();
    assert!(
        overdue.contains("INV-2") && !overdue.contains("INV-1"),
        "{overdue}"
    );
    assert!(
        overdue.contains("250.50") && !overdue.contains("1,350.50"),
        "{overdue}"
    );
}

#[tokio::test]
async fn a_list_is_sorted_by_what_follows_from_the_books() {
    let bench = Bench::new();
    let business = business(&bench);
    let path = format!("/businesses/{business}/records/sales-invoices");
    for (sort, order) in [
        ("total", ["INV-1", "INV-2", "INV-3"]),
        ("-total", ["INV-3", "INV-2", "INV-1"]),
        ("-balance-due", ["INV-3", "INV-2", "INV-1"]),
        ("status", ["INV-2", "INV-3", "INV-1"]),
    ] {
        let page = bench.get(&format!("{path}?sort={sort}")).await.text();
        let places = order.map(|reference| page.find(&format!(">{reference}<")).expect(sort));
        assert!(places.is_sorted(), "{sort}: {places:?}");
    }
}

#[tokio::test]
async fn customers_and_bank_accounts_show_their_balances() {
    let bench = Bench::new();
    let business = business(&bench);
    let list = |slug: &str| format!("/businesses/{business}/records/{slug}");
    let customers = bench.get(&list("customers")).await.text();
    assert!(customers.contains("1,200.00"), "{customers}");
    let banks = bench.get(&list("bank-and-cash-accounts")).await.text();
    assert!(banks.contains("150.50"), "{banks}");
}

#[tokio::test]
async fn a_list_goes_out_as_csv_as_it_was_asked_for() {
    let bench = Bench::new();
    let business = business(&bench);
    let path = format!("/businesses/{business}/records/sales-invoices/list.csv");
    let answer = bench
        .get(&format!("{path}?sort=total&status=overdue"))
        .await;
    assert!(
        answer
            .header("content-disposition")
            .starts_with("attachment")
    );
    let text = answer.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    for words in ["2025-01-15", "INV-2", "250.50", "200.00"] {
        assert!(lines[1].contains(words), "{words} in {text}");
    }
}

#[tokio::test]
async fn of_one_day_the_last_number_stands_first() {
    let bench = Bench::new();
    let business = business(&bench);
    let path = format!("/businesses/{business}/records/sales-invoices");
    let page = bench.get(&path).await.text();
    let order = ["INV-3", "INV-2", "INV-1"];
    let places = order.map(|reference| page.find(&format!(">{reference}<")).expect(reference));
    assert!(places.is_sorted(), "{places:?}");
}

#[tokio::test]
async fn pages_of_customers_and_banks_say_how_things_stand() {
    let bench = Bench::new();
    let business = business(&bench);
    let record = |key: Key| format!("/businesses/{business}/record/{key}");
    let customer = bench.get(&record(CUSTOMER)).await.text();
    // 200 of INV-2, long due, and 1,000 of INV-3; INV-1 is paid and not among them.
    for words in ["<dd>1,200.00</dd>", "<dd>200.00</dd>", "INV-2", "INV-3"] {
        assert!(customer.contains(words), "{words} in {customer}");
    }
    assert!(!customer.contains("INV-1"), "{customer}");
    assert!(customer.contains(&format!("sales-invoices/new?Customer={CUSTOMER}")));
    let bank = bench.get(&record(BANK)).await.text();
    for words in ["<dd>150.50</dd>", ">100.00</td>", ">50.50</td>"] {
        assert!(bank.contains(words), "{words} in {bank}");
    }
    let invoice = bench.get(&record(crate::bench::key(0x62))).await.text();
    assert!(invoice.contains(r#"<div class="letterhead">"#), "{invoice}");
}

#[tokio::test]
async fn the_payer_s_open_invoices_are_offered_first_with_all_decimals() {
    let bench = Bench::new();
    let business = business(&bench);
    let list = format!("/businesses/{business}/records/receipts/new");
    let form = bench
        .get(&format!("{list}?PaidBy=customer%3A{CUSTOMER}"))
        .await
        .text();
    assert!(
        form.contains("<optgroup label=\"Unpaid sales invoices · "),
        "{form}"
    );
    let other = bench.get(&list).await.text();
    assert!(!other.contains("<optgroup label=\"Unpaid sales invoices · "));
    let invoice = crate::bench::key(0x62);
    let copied = format!("{list}?copied-from={invoice}");
    assert!(bench.get(&copied).await.text().contains("value=\"200.00\""));
}

#[tokio::test]
async fn quotes_show_what_they_come_to_in_their_list() {
    let bench = Bench::new();
    let business = business(&bench);
    for (number, reference, quantity) in [(0x81, "Q-1", "2"), (0x82, "Q-2", "3")] {
        let offered = line(&[("Qty", t(quantity)), ("UnitPrice", t("110.25"))]);
        let members = [
            ("IssueDate", t("2025-03-01")),
            ("Reference", t(reference)),
            ("Customer", k(CUSTOMER)),
            ("Lines", offered),
        ];
        puts(&bench, business, number, kinds::SALES_QUOTE, &members);
    }
    let path = format!("/businesses/{business}/records/sales-quotes");
    // 2 × 110.25 = 220.50 and 3 × 110.25 = 330.75, together 551.25.
    for asked in ["", "?q=q-&sort=-total"] {
        let page = bench.get(&format!("{path}{asked}")).await.text();
        for words in ["220.50", "330.75", "551.25"] {
            assert!(page.contains(words), "{words} in {page}");
        }
    }
    // They owe nothing: the customer's balance is that of the invoices.
    let customers = format!("/businesses/{business}/records/customers");
    let customers = bench.get(&customers).await.text();
    assert!(customers.contains("1,200.00"), "{customers}");
}

#[tokio::test]
async fn a_list_is_narrowed_to_days_and_says_whom_money_is_from() {
    let bench = Bench::new();
    let business = business(&bench);
    let named = line(&[("Account", k(crate::bench::SALES)), ("Amount", t("7"))]);
    let members = [
        ("Date", t("2025-03-01")),
        ("ReceivedIn", k(BANK)),
        ("Contact", t("Passer-by")),
        ("Lines", named),
    ];
    puts(&bench, business, 0x73, kinds::RECEIPT, &members);
    let path = format!("/businesses/{business}/records/receipts");
    let count = |page: &str| page.matches("/record/").count();
    let march = bench.get(&format!("{path}?from=2025-02-02")).await.text();
    assert!(
        march.contains("Passer-by") && !march.contains("100.00"),
        "{march}"
    );
    let february = bench.get(&format!("{path}?to=2025-02-28")).await.text();
    assert!(
        !february.contains("Passer-by") && count(&february) > 0,
        "{february}"
    );
    // The sums are those of what is shown: 100 + 50.50.
    assert!(february.contains("150.50"), "{february}");
    let found = bench.get(&format!("{path}?q=passer")).await.text();
    assert!(found.contains("Passer-by"), "{found}");
    let csv = bench
        .get(&format!("{path}/list.csv?from=2025-03-01"))
        .await
        .text();
    assert_eq!(csv.lines().count(), 2, "{csv}");
}

#[tokio::test]
async fn a_transfer_between_currencies_shows_what_left_and_what_arrived() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("/businesses/{business}/records/inter-account-transfers");
    assert!(!bench.get(&path).await.text().contains("Received</"));
    let members = [("Name", t("US dollar")), ("Code", t("USD"))];
    let dollar = puts(&bench, business, 0x71, kinds::FOREIGN_CURRENCY, &members);
    let members = [("Name", t("Dollars")), ("Currency", k(dollar))];
    let account = puts(
        &bench,
        business,
        0x72,
        kinds::BANK_OR_CASH_ACCOUNT,
        &members,
    );
    let members = [
        ("Date", t("2026-11-03")),
        ("PaidFrom", k(account)),
        ("ReceivedIn", k(BANK)),
        ("CreditAmount", t("100")),
        ("DebitAmount", t("11400")),
    ];
    puts(
        &bench,
        business,
        0x73,
        kinds::INTER_ACCOUNT_TRANSFER,
        &members,
    );
    let page = bench.get(&path).await.text();
    assert!(
        page.contains("100.00 USD") && page.contains("11,400.00"),
        "{page}"
    );
    let csv = bench.get(&format!("{path}/list.csv")).await.text();
    assert!(
        csv.contains("Total,Received") && csv.contains("100.00,11400.00"),
        "{csv}"
    );
}
