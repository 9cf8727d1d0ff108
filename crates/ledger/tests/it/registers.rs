//! What holds for books with documents of every kind at once, whatever they name: debit equals
//! credit in every document on every day, Suspense is explained, and nothing panics.

use crate::claims_and_pay::holding;
use crate::sample::*;
use books::accounts::{Disposal, MarketPrice, StartingBalance};
use books::documents::{
    BillableTime, BillableTimeStatus, DepreciationEntry, DepreciationKind, DepreciationLine,
    ExpenseClaim, InventoryWriteOff, InvoiceKind, InvoiceLine, LatePaymentFee, Payslip,
    PayslipItem, PayslipLine, ProductionCost, ProductionOrder, StockLine, StockNote, StockNoteKind,
    Subledgers, WithholdingTaxReceipt,
};
use books::parties::PartyKind;
use books::{Books, Key, kinds};
use jiff::civil::{Date, date};
use ledger::{Ledger, post};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

const PAYER: Key = key(0x45);
const EMPLOYEE: Key = key(0x47);
const VAN: Key = key(0x55);
const PATENT: Key = key(0x56);
const SHARES: Key = key(0x57);
const WAGES: Key = key(0x62);
const PENSION: Key = key(0x63);
const INVOICE: Key = key(1);

/// Amounts that fit in the books, and seldom one that does not.
fn amount() -> impl Strategy<Value = Option<Decimal>> {
    let small = (-100_000_i64..1_000_000, 0_u32..5).prop_map(|(n, s)| Some(Decimal::new(n, s)));
    prop_oneof![12 => small, 3 => Just(None), 1 => Just(Some(Decimal::MAX))]
}

/// Keys of what is there, of what is not, and none.
fn any_key() -> impl Strategy<Value = Option<Key>> {
    let all = vec![
        SALES,
        RENT,
        CITY_TAX,
        BANK,
        CUSTOMER,
        DOLLAR_CUSTOMER,
        SUPPLIER,
        ITEM,
        PAYER,
        EMPLOYEE,
        VAN,
        PATENT,
        SHARES,
        WAGES,
        PENSION,
        INVOICE,
        key(0x71),
        NOWHERE,
        kinds::BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT,
        kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT,
        kinds::BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT,
    ];
    proptest::option::weighted(0.9, select(all))
}

/// A key that mostly is `fitting`.
fn mostly(fitting: Key) -> impl Strategy<Value = Option<Key>> {
    prop_oneof![4 => Just(Some(fitting)), 1 => any_key()]
}

fn day() -> impl Strategy<Value = Option<Date>> {
    let days = vec![DAY, date(2026, 1, 15), date(2026, 6, 30)];
    proptest::option::weighted(0.95, select(days))
}

fn named() -> impl Strategy<Value = Subledgers> {
    (any_key(), mostly(VAN), any_key()).prop_map(|(item, fixed_asset, other)| Subledgers {
        item,
        fixed_asset,
        customer: other,
        capital_account: other,
        ..Subledgers::default()
    })
}

fn trade_line() -> impl Strategy<Value = InvoiceLine> {
    let parts = (mostly(RENT), named(), amount(), amount(), any_key());
    parts.prop_map(|(account, subledgers, quantity, price, tax)| InvoiceLine {
        account,
        subledgers,
        quantity,
        unit_price: price,
        tax_code: tax,
        ..InvoiceLine::default()
    })
}

fn pay_line(item: Key) -> impl Strategy<Value = PayslipLine> {
    (mostly(item), amount(), amount()).prop_map(|(item, units, amount)| PayslipLine {
        item,
        units,
        amount,
        ..PayslipLine::default()
    })
}

fn stock_line() -> impl Strategy<Value = StockLine> {
    (mostly(ITEM), amount()).prop_map(|(item, quantity)| StockLine {
        item,
        description: String::new(),
        quantity,
    })
}

fn several<T: std::fmt::Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(one, 0..3)
}

fn claims_and_pay() -> impl Strategy<Value = (ExpenseClaim, Payslip)> {
    let claim = (day(), mostly(PAYER), any::<bool>(), several(trade_line()));
    let pay = (
        day(),
        mostly(EMPLOYEE),
        several(pay_line(WAGES)),
        several(pay_line(PENSION)),
    );
    (claim, pay).prop_map(|((day, paid_by, included, lines), pay)| {
        let claim = ExpenseClaim {
            key: key(0xc1),
            date: day,
            paid_by,
            amounts_include_tax: included,
            lines,
            ..ExpenseClaim::default()
        };
        let (date, employee, earnings, contributions) = pay;
        let payslip = Payslip {
            key: key(0xc2),
            date,
            employee,
            deductions: earnings.clone(),
            earnings,
            contributions,
            ..Payslip::default()
        };
        (claim, payslip)
    })
}

fn asset_entry() -> impl Strategy<Value = DepreciationEntry> {
    let line = (mostly(VAN), amount()).prop_map(|(asset, amount)| DepreciationLine {
        asset,
        amount,
        division: None,
    });
    let kinds = select(vec![
        DepreciationKind::Depreciation,
        DepreciationKind::Amortization,
    ]);
    (day(), kinds, several(line)).prop_map(|(date, kind, lines)| DepreciationEntry {
        key: key(0xc3),
        kind,
        date,
        lines,
        ..DepreciationEntry::default()
    })
}

fn stock() -> impl Strategy<Value = (InventoryWriteOff, ProductionOrder, StockNote)> {
    let cost = (mostly(RENT), amount()).prop_map(|(account, amount)| ProductionCost {
        account,
        amount,
        division: None,
    });
    let notes = select(vec![
        StockNoteKind::DeliveryNote,
        StockNoteKind::GoodsReceipt,
        StockNoteKind::InventoryTransfer,
    ]);
    let parts = (
        (day(), any_key(), named(), several(stock_line())),
        (mostly(ITEM), amount(), several(stock_line()), several(cost)),
        notes,
    );
    parts.prop_map(|((date, allocation, subledgers, lines), order, kind)| {
        let note = StockNote {
            key: key(0xc6),
            kind,
            date,
            lines: lines.clone(),
            ..StockNote::default()
        };
        let gone = InventoryWriteOff {
            key: key(0xc4),
            date,
            lines,
            allocation,
            subledgers,
            ..InventoryWriteOff::default()
        };
        let (finished_item, quantity, components, costs) = order;
        let order = ProductionOrder {
            key: key(0xc5),
            date,
            components,
            finished_item,
            quantity,
            costs,
            ..ProductionOrder::default()
        };
        (gone, order, note)
    })
}

fn receivables() -> impl Strategy<Value = (LatePaymentFee, WithholdingTaxReceipt, BillableTime)> {
    let status = select(vec![
        BillableTimeStatus::Uninvoiced,
        BillableTimeStatus::Invoiced,
        BillableTimeStatus::WrittenOff,
        BillableTimeStatus::Unknown(9),
    ]);
    let parts = (
        day(),
        mostly(CUSTOMER),
        mostly(INVOICE),
        amount(),
        any::<i64>(),
        0_i64..200,
        status,
        day(),
    );
    parts.prop_map(
        |(date, customer, sales_invoice, amount, hours, minutes, status, end)| {
            let fee = LatePaymentFee {
                key: key(0xc7),
                date,
                customer,
                sales_invoice,
                amount,
                ..LatePaymentFee::default()
            };
            let proof = WithholdingTaxReceipt {
                key: key(0xc8),
                date,
                customer,
                amount,
                ..WithholdingTaxReceipt::default()
            };
            let time = BillableTime {
                key: key(0xc9),
                date,
                // Mostly hours that somebody could have worked.
                hours: if minutes < 190 { hours % 100 } else { hours },
                minutes,
                hourly_rate: amount,
                customer,
                sales_invoice,
                status,
                written_off: end,
                ..BillableTime::default()
            };
            (fee, proof, time)
        },
    )
}

fn start() -> impl Strategy<Value = StartingBalance> {
    let all = vec![
        (kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE, CITY_TAX),
        (kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE, BANK),
        (kinds::EMPLOYEE_STARTING_BALANCE, EMPLOYEE),
        (kinds::INVENTORY_ITEM_STARTING_BALANCE, ITEM),
        (kinds::FIXED_ASSET_STARTING_BALANCE, VAN),
        (kinds::INTANGIBLE_ASSET_STARTING_BALANCE, PATENT),
        (kinds::INVESTMENT_STARTING_BALANCE, SHARES),
        (kinds::SALES_INVOICE_STARTING_BALANCE, INVOICE),
        (kinds::PURCHASE_INVOICE_STARTING_BALANCE, INVOICE),
    ];
    let parts = (select(all), any::<bool>(), any_key(), amount(), amount());
    parts.prop_map(
        |((kind, fitting), fits, other, figure, quantity)| StartingBalance {
            key: key(0xca),
            kind,
            target: if fits { Some(fitting) } else { other },
            amount: figure.unwrap_or_default(),
            accumulated: quantity.unwrap_or_default(),
            quantity,
        },
    )
}

/// Books with everything that documents can name.
fn furnished(disposed: Option<Date>, disposal_account: Option<Key>, rate: bool) -> Books {
    let mut books = books();
    add_tax(&mut books, 0x71, &[("15", None), ("2.5", Some(CITY_TAX))]);
    if rate {
        add_rate(&mut books, 0x81, date(2026, 1, 1), "3.7501");
    }
    for (key, kind) in [
        (PAYER, kinds::EXPENSE_CLAIMS_PAYER),
        (VAN, kinds::FIXED_ASSET),
        (PATENT, kinds::INTANGIBLE_ASSET),
        (SHARES, kinds::INVESTMENT),
    ] {
        books.holdings.insert(key, holding(key, kind));
    }
    if let Some(van) = books.holdings.get_mut(&VAN) {
        van.disposal = Some(Disposal {
            date: disposed,
            account: disposal_account,
        });
    }
    let mut employee = books.parties[&DOLLAR_CUSTOMER].clone();
    employee.key = EMPLOYEE;
    employee.kind = PartyKind::Employee;
    books.parties.insert(EMPLOYEE, employee);
    for (key, kind) in [
        (WAGES, kinds::PAYSLIP_EARNINGS_ITEM),
        (PENSION, kinds::PAYSLIP_CONTRIBUTION_ITEM),
    ] {
        let item = PayslipItem {
            key,
            kind,
            name: String::new(),
            expense_account: Some(RENT),
            liability_account: Some(CITY_TAX),
        };
        books.payslip_items.insert(key, item);
    }
    books
}

fn any_books() -> impl Strategy<Value = Books> {
    let sale = (day(), several(trade_line()), mostly(DOLLAR_CUSTOMER));
    let parts = (
        (day(), any_key(), any::<bool>()),
        sale,
        claims_and_pay(),
        asset_entry(),
        stock(),
        receivables(),
        start(),
    );
    parts.prop_map(
        |(settings, sale, claims, entry, stock, receivables, start)| {
            let (disposed, account, rate) = settings;
            let (day, lines, party) = sale;
            let mut sale = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, lines);
            (sale.date, sale.party) = (day, party);
            let mut books = with_invoices(furnished(disposed, account, rate), [sale]);
            let (claim, payslip) = claims;
            books.expense_claims.insert(claim.key, claim);
            books.payslips.insert(payslip.key, payslip);
            books.depreciation_entries.insert(entry.key, entry);
            let (gone, order, note) = stock;
            books.inventory_write_offs.insert(gone.key, gone);
            books.production_orders.insert(order.key, order);
            books.stock_notes.insert(note.key, note);
            let (fee, proof, time) = receivables;
            books.late_payment_fees.insert(fee.key, fee);
            books.withholding_tax_receipts.insert(proof.key, proof);
            books.billable_times.insert(time.key, time);
            if let Some(price) = start.quantity {
                let price = MarketPrice {
                    key: key(0xcb),
                    date: Some(DAY),
                    investment: Some(SHARES),
                    price,
                };
                books.market_prices.insert(price.key, price);
            }
            books.starting_balances.insert(start.key, start);
            books
        },
    )
}

/// What each document posted on each day, summed.
fn sums(ledger: &Ledger) -> BTreeMap<(Key, Date), Decimal> {
    let mut sums = BTreeMap::new();
    for posting in &ledger.postings {
        let sum = sums.entry((posting.document, posting.date)).or_default();
        *sum += posting.amount;
    }
    sums
}

#[test]
fn the_generated_books_reach_every_rule() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut kinds_posted = BTreeSet::new();
    for _ in 0..300 {
        let books = any_books().new_tree(&mut runner).expect("books").current();
        let ledger = post(&books);
        kinds_posted.extend(ledger.postings.iter().map(|it| it.document_kind));
    }
    // All but the transfer of stock, which posts nothing, post something.
    let registers = books::documents::POSTED_KINDS.iter().filter(|kind| {
        let everyday = [
            kinds::PURCHASE_INVOICE,
            kinds::CREDIT_NOTE,
            kinds::DEBIT_NOTE,
            kinds::RECEIPT,
            kinds::PAYMENT,
            kinds::INTER_ACCOUNT_TRANSFER,
            kinds::JOURNAL_ENTRY,
            kinds::CAPITAL_ACCOUNT_STARTING_BALANCE,
            kinds::SPECIAL_ACCOUNT_STARTING_BALANCE,
            kinds::INVENTORY_TRANSFER,
        ];
        !everyday.contains(kind)
    });
    let missing: Vec<_> = registers
        .filter(|kind| !kinds_posted.contains(kind))
        .collect();
    assert!(missing.is_empty(), "never posted: {missing:?}");
}

proptest! {
    #[test]
    fn every_document_balances_on_every_day(books in any_books()) {
        for (place, sum) in sums(&post(&books)) {
            prop_assert_eq!(sum, Decimal::ZERO, "{:?}", place);
        }
    }

    #[test]
    fn suspense_of_the_registers_is_explained(books in any_books()) {
        let ledger = post(&books);
        let held = ledger.postings.iter().filter(|it| it.account == SUSPENSE);
        let held: Decimal = held.map(|it| it.amount).sum();
        let explained: Decimal = ledger.suspense.iter().map(|it| it.amount).sum();
        prop_assert_eq!(held, explained);
    }

    #[test]
    fn every_document_is_posted_or_named_and_has_a_heading(books in any_books()) {
        let ledger = post(&books);
        let left_out: BTreeSet<Key> = ledger.not_posted.iter().map(|it| it.document).collect();
        for posting in &ledger.postings {
            prop_assert!(!left_out.contains(&posting.document));
        }
        let headed: BTreeSet<Key> = ledger.heads.iter().map(|it| it.document).collect();
        let all = [0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9];
        for number in all {
            prop_assert!(headed.contains(&key(number)));
        }
    }

    #[test]
    fn what_a_document_posts_follows_from_it_and_what_it_names(books in any_books()) {
        // Without the other documents the depreciation entry posts the same.
        let whole = post(&books);
        let mut alone = furnished(None, None, false);
        alone.holdings = books.holdings.clone();
        alone.depreciation_entries = books.depreciation_entries.clone();
        let alone = post(&alone);
        let of_entry: Vec<_> = whole
            .postings
            .into_iter()
            .filter(|it| it.document == key(0xc3))
            .collect();
        prop_assert_eq!(of_entry, alone.postings);
    }
}
