//! What holds for all books: debit equals credit in every document, nothing panics whatever the
//! amounts, and every document is either posted or named.

use crate::sample::*;
use books::documents::{
    Discount, Invoice, InvoiceKind, InvoiceLine, JournalLine, MoneyDocument, MoneyDocumentKind,
    MoneyLine, Subledgers, TotalRounding, WithholdingTax,
};
use books::settings::{DocumentRate, TaxComponent, TaxRate};
use books::{Books, Key};
use ledger::{
    Figures, Grouping, Ledger, Owed, PostingFilter, allocations, exchange_differences, post,
};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Every decimal there is, with small ones often.
fn decimal() -> impl Strategy<Value = Decimal> {
    let small = (-1_000_000_i64..1_000_000, 0_u32..6).prop_map(|(n, s)| Decimal::new(n, s));
    let any = (any::<[u32; 3]>(), any::<bool>(), 0_u32..=28)
        .prop_map(|([a, b, c], sign, scale)| Decimal::from_parts(a, b, c, sign, scale));
    prop_oneof![8 => small, 1 => any]
}

fn amount() -> impl Strategy<Value = Option<Decimal>> {
    proptest::option::of(decimal())
}

/// Keys that exist, that do not, and none.
fn reference() -> impl Strategy<Value = Option<Key>> {
    let all = vec![
        SALES,
        RENT,
        CITY_TAX,
        BANK,
        DOLLAR_BANK,
        CUSTOMER,
        DOLLAR_CUSTOMER,
        SUPPLIER,
        ITEM,
        RECEIVABLE,
        PAYABLE,
        CASH,
        STOCK,
        NOWHERE,
        key(0x71),
        key(0x72),
        key(1),
        key(2),
    ];
    proptest::option::of(select(all))
}

/// A key that mostly fits.
fn party() -> impl Strategy<Value = Option<Key>> {
    let fitting = select(vec![CUSTOMER, DOLLAR_CUSTOMER, SUPPLIER]).prop_map(Some);
    prop_oneof![4 => fitting, 1 => reference()]
}

fn account_key() -> impl Strategy<Value = Option<Key>> {
    let fitting = select(vec![SALES, RENT, CITY_TAX, RECEIVABLE, CASH]).prop_map(Some);
    prop_oneof![4 => fitting, 1 => reference()]
}

fn bank() -> impl Strategy<Value = Option<Key>> {
    let fitting = select(vec![BANK, DOLLAR_BANK]).prop_map(Some);
    prop_oneof![4 => fitting, 1 => reference()]
}

fn tax_code() -> impl Strategy<Value = Option<Key>> {
    proptest::option::of(select(vec![key(0x71), key(0x72), key(0x73), NOWHERE]))
}

fn named() -> impl Strategy<Value = Subledgers> {
    (party(), reference(), bank(), reference()).prop_map(
        |(customer, supplier, bank_account, item)| Subledgers {
            customer,
            supplier,
            bank_account,
            item,
            ..Subledgers::default()
        },
    )
}

fn rate() -> impl Strategy<Value = Option<DocumentRate>> {
    let rate = (decimal(), any::<bool>());
    proptest::option::of(rate.prop_map(|(value, inverse)| DocumentRate { value, inverse }))
}

fn invoice_line() -> impl Strategy<Value = InvoiceLine> {
    let parts = (
        account_key(),
        named(),
        amount(),
        amount(),
        tax_code(),
        amount(),
        amount(),
    );
    parts.prop_map(
        |(account, subledgers, quantity, price, tax, percent, off)| InvoiceLine {
            account,
            subledgers,
            description: String::new(),
            quantity,
            unit_price: price,
            tax_code: tax,
            discount_percentage: percent,
            discount_amount: off,
            division: None,
        },
    )
}

fn any_invoice(number: u8) -> impl Strategy<Value = Invoice> {
    let kinds = vec![
        InvoiceKind::SalesInvoice,
        InvoiceKind::PurchaseInvoice,
        InvoiceKind::CreditNote,
        InvoiceKind::DebitNote,
    ];
    let roundings = vec![
        None,
        Some(TotalRounding::Nearest),
        Some(TotalRounding::Down),
    ];
    let discounts = vec![Discount::Off, Discount::Percent, Discount::Amount];
    let lines = proptest::collection::vec(invoice_line(), 0..4);
    let withheld = proptest::option::of(prop_oneof![
        decimal().prop_map(WithholdingTax::Amount),
        decimal().prop_map(WithholdingTax::Rate),
    ]);
    let parts = (
        select(kinds),
        party(),
        any::<bool>(),
        select(discounts),
        withheld,
        rate(),
        lines,
        (select(roundings), any::<bool>(), reference()),
    );
    parts.prop_map(
        move |(kind, party, included, discount, withholding_tax, rate, lines, more)| Invoice {
            rounding: more.0,
            moves_stock: more.1,
            invoice: more.2,
            party,
            amounts_include_tax: included,
            discount,
            withholding_tax,
            rate,
            ..invoice(number, kind, CUSTOMER, lines)
        },
    )
}

fn any_money() -> impl Strategy<Value = MoneyDocument> {
    let line = (
        account_key(),
        named(),
        reference(),
        amount(),
        amount(),
        amount(),
        amount(),
        tax_code(),
    );
    let line = line.prop_map(
        |(account, subledgers, invoice, quantity, price, amount, own, tax)| MoneyLine {
            account,
            subledgers,
            sales_invoice: invoice,
            purchase_invoice: invoice,
            description: String::new(),
            quantity,
            unit_price: price,
            amount,
            currency_amount: own,
            tax_code: tax,
            division: None,
        },
    );
    let lines = proptest::collection::vec(line, 0..4);
    let kinds = select(vec![MoneyDocumentKind::Receipt, MoneyDocumentKind::Payment]);
    let parts = (kinds, bank(), party(), any::<[bool; 3]>(), rate(), lines);
    parts.prop_map(
        |(kind, bank, customer, [excludes, quantities, prices], rate, lines)| MoneyDocument {
            bank_account: bank,
            customer,
            amounts_exclude_tax: excludes,
            has_quantities: quantities,
            has_unit_prices: prices,
            rate,
            ..money(kind, BANK, lines)
        },
    )
}

fn any_books() -> impl Strategy<Value = Books> {
    let line = (account_key(), named(), amount(), amount());
    let line = line.prop_map(|(account, subledgers, debit, credit)| JournalLine {
        account,
        subledgers,
        description: String::new(),
        debit,
        credit,
        ..JournalLine::default()
    });
    let lines = proptest::collection::vec(line, 0..5);
    let currency = proptest::option::of(select(vec![DOLLAR, NOWHERE]));
    let rates = (
        proptest::option::of(decimal()),
        0_u32..=8,
        decimal(),
        decimal(),
    );
    let parts = (
        any_invoice(1),
        any_invoice(2),
        any_money(),
        lines,
        currency,
        rates,
    );
    parts.prop_map(|(first, second, money, lines, currency, rates)| {
        let (table, decimals, tax, other) = rates;
        let mut books = books();
        books.base_currency.decimals = decimals;
        let tax = tax.to_string();
        add_tax(
            &mut books,
            0x71,
            &[(&tax, None), (&other.to_string(), Some(CITY_TAX))],
        );
        let part = TaxComponent {
            name: String::new(),
            rate: d("5"),
            account: None,
        };
        add_tax_code(&mut books, 0x73, TaxRate::Custom(vec![part]), true);
        add_tax(&mut books, 0x72, &[("15", None)]);
        if let Some(rate) = table {
            add_rate(&mut books, 0x81, DAY, &rate.to_string());
        }
        let mut entry = journal(lines);
        entry.currency = currency;
        with_journal(
            with_money(with_invoices(books, [first, second]), money),
            entry,
        )
    })
}

fn document_sums(ledger: &Ledger) -> BTreeMap<Key, Decimal> {
    let mut sums = BTreeMap::new();
    for posting in &ledger.postings {
        *sums.entry(posting.document).or_insert(Decimal::ZERO) += posting.amount;
    }
    sums
}

/// The balances in every currency of documents that met no rate, which must balance in each.
fn own_sums(ledger: &Ledger) -> BTreeMap<Key, Decimal> {
    let mut sums = BTreeMap::new();
    for posting in ledger.postings.iter().filter(|it| it.amount.is_zero()) {
        if let Some((currency, amount)) = posting.own_currency {
            *sums.entry(currency).or_insert(Decimal::ZERO) += amount;
        }
    }
    sums
}

#[test]
fn the_generated_books_reach_the_rules() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut accounts = BTreeSet::new();
    let mut posted = 0_usize;
    for _ in 0..200 {
        let books = any_books().new_tree(&mut runner).expect("books").current();
        let ledger = post(&books);
        posted += document_sums(&ledger).len();
        accounts.extend(ledger.postings.iter().map(|it| it.account));
    }
    // Four documents in each of two hundred books; those with absurd amounts are not posted.
    assert!(posted > 300, "only {posted} documents posted");
    let all = [
        SALES, RENT, CITY_TAX, RECEIVABLE, PAYABLE, CASH, TAX, SUSPENSE, WITHHELD,
    ];
    assert!(all.iter().all(|account| accounts.contains(account)));
}

proptest! {
    #[test]
    fn every_document_balances_by_itself(books in any_books()) {
        let ledger = post(&books);
        for (document, sum) in document_sums(&ledger) {
            prop_assert_eq!(sum, Decimal::ZERO, "{}", document);
        }
    }

    #[test]
    fn what_waits_for_a_rate_balances_in_its_own_currency(
        party in select(vec![CUSTOMER, DOLLAR_CUSTOMER]),
        mut invoice in any_invoice(1),
    ) {
        invoice.party = Some(party);
        invoice.rate = None;
        let sums = own_sums(&post(&with_invoices(books(), [invoice])));
        prop_assert!(sums.values().all(Decimal::is_zero), "{:?}", sums);
    }

    #[test]
    fn amounts_have_the_decimals_of_the_base_currency(books in any_books()) {
        let decimals = books.base_currency.decimals;
        for posting in post(&books).postings {
            prop_assert_eq!(books::money::round(posting.amount, decimals), posting.amount);
        }
    }

    #[test]
    fn suspense_is_always_explained(books in any_books()) {
        let ledger = post(&books);
        let named: BTreeSet<Key> = ledger.suspense.iter().map(|it| it.document).collect();
        for posting in &ledger.postings {
            if posting.account == SUSPENSE {
                prop_assert!(named.contains(&posting.document));
            }
        }
        let held = ledger.postings.iter().filter(|it| it.account == SUSPENSE);
        let held: Decimal = held.map(|it| it.amount).sum();
        let explained: Decimal = ledger.suspense.iter().map(|it| it.amount).sum();
        prop_assert_eq!(held, explained);
    }

    #[test]
    fn a_document_that_is_not_posted_leaves_no_posting_behind(books in any_books()) {
        let ledger = post(&books);
        for left_out in &ledger.not_posted {
            prop_assert!(ledger.postings.iter().all(|it| it.document != left_out.document));
        }
    }

    #[test]
    fn every_document_has_one_heading_in_order(books in any_books()) {
        let ledger = post(&books);
        let order = |it: &ledger::DocumentHead| (it.kind, it.date, it.document);
        prop_assert!(ledger.heads.windows(2).all(|two| order(&two[0]) < order(&two[1])));
        let headed: BTreeSet<Key> = ledger.heads.iter().map(|it| it.document).collect();
        prop_assert!(ledger.postings.iter().all(|it| headed.contains(&it.document)));
        prop_assert!(ledger.not_posted.iter().all(|it| headed.contains(&it.document)));
    }

    #[test]
    fn open_amounts_are_the_balance_of_the_control_accounts(books in any_books()) {
        let ledger = post(&books);
        let figures = (books, ledger);
        for (owed, sign) in [(Owed::ByCustomers, d("1")), (Owed::ToSuppliers, d("-1"))] {
            let all = allocations(&figures, owed, None, None).expect("in memory");
            let open: Decimal = all.invoices.iter().map(|it| it.open_base).sum();
            let rest: Decimal = all.unallocated.iter().map(|it| it.base).sum();
            let filter = PostingFilter {
                accounts: Some(owed.accounts(figures.books())),
                ..PostingFilter::default()
            };
            let sums = figures.sums(&filter, Grouping { subledger: true, ..Grouping::default() });
            let under = sums.expect("in memory").into_iter().filter(|it| it.subledger.is_some());
            let balance: Decimal = under.map(|it| it.amount).sum();
            prop_assert_eq!(open + rest, balance * sign);
            for invoice in &all.invoices {
                let settled: Decimal = invoice.settlements.iter().map(|it| it.amount).sum();
                prop_assert_eq!(invoice.total - settled, invoice.open);
            }
        }
    }

    #[test]
    fn what_is_worth_nothing_any_more_is_adjusted_to_nothing(books in any_books()) {
        let ledger = post(&books);
        let figures = (books, ledger);
        // Amounts near the edge of exact arithmetic may be refused; others tie.
        if let Ok(all) = exchange_differences(&figures, None) {
            for it in all.iter().filter(|it| it.own_balance.is_zero()) {
                prop_assert_eq!(it.posted + it.adjustment(), Decimal::ZERO);
                prop_assert!(it.unrealised.is_zero());
            }
        }
    }

    #[test]
    fn the_same_books_give_the_same_ledger(books in any_books()) {
        let mut turned = Books { invoices: BTreeMap::new(), ..books.clone() };
        for (key, invoice) in books.invoices.iter().rev() {
            turned.invoices.insert(*key, invoice.clone());
        }
        prop_assert_eq!(post(&books), post(&turned));
    }
}
