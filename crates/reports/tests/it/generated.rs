//! Books and postings made up at random, whatever documents could have made them: what holds for
//! these holds for all.

use crate::world::{CASH, PAYABLE, RECEIVABLE, RETAINED, STOCK, SUSPENSE, TAX_PAYABLE, World, key};
use books::accounts::GroupType;
use books::kinds::{self, groups};
use books::parties::PartyKind;
use books::{Books, Key};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use ledger::{DocumentHead, Ledger, Posting, TaxRole, TaxShare};
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

pub const FIRST_DAY: Date = date(2024, 12, 1);

const KINDS: [Key; 7] = [
    kinds::RECEIPT,
    kinds::PAYMENT,
    kinds::INTER_ACCOUNT_TRANSFER,
    kinds::JOURNAL_ENTRY,
    kinds::PAYSLIP,
    kinds::SALES_INVOICE,
    kinds::PURCHASE_INVOICE,
];

/// The kinds whose amounts are their own invoice's.
const INVOICES: [Key; 2] = [kinds::SALES_INVOICE, kinds::PURCHASE_INVOICE];

/// The seeds of one posting: place, what stands under it, cents, own amount, tax.
pub type Line = (u8, u8, i32, i16, u8);

/// The seeds of one document: kind, day, postings; the last of which makes it balance.
pub type Document = (u8, u16, Vec<Line>);

/// Seeds of some documents.
pub fn documents() -> impl Strategy<Value = Vec<Document>> {
    let line = (
        0_u8..16,
        0_u8..3,
        -99_999_i32..99_999,
        any::<i16>(),
        0_u8..8,
    );
    vec((0_u8..7, 0_u16..800, vec(line, 1..6)), 0..25)
}

/// A day within, before or after the documents.
pub fn day(number: u16) -> Date {
    FIRST_DAY.saturating_add(i64::from(number).days())
}

/// The books with the documents of the seeds.
pub fn figures(documents: &[Document]) -> (Books, Ledger) {
    let mut world = chart();
    for (number, (kind, at, lines)) in documents.iter().enumerate() {
        let document = document_key(number);
        let kind = KINDS[usize::from(*kind) % KINDS.len()];
        world.ledger.heads.push(head(document, kind, day(*at)));
        let mut left = Decimal::ZERO;
        for line in lines {
            let posting = posting(&world.books, document, kind, day(*at), *line);
            left -= posting.amount;
            world.ledger.postings.push(posting);
        }
        let mut last = posting(&world.books, document, kind, day(*at), (0, 0, 0, 0, 0));
        last.amount = left;
        world.ledger.postings.push(last);
    }
    world.figures()
}

fn document_key(number: usize) -> Key {
    let mut bytes = [0xd0; 16];
    bytes[0] = u8::try_from(number).expect("few documents");
    Key::from_bytes(bytes)
}

fn head(document: Key, kind: Key, date: Date) -> DocumentHead {
    DocumentHead {
        document,
        kind,
        date: Some(date),
        due_date: None,
        reference: String::new(),
        contact: None,
        bank_account: None,
        description: String::new(),
        currency: None,
        total: None,
    }
}

/// Accounts in every section, groups in groups, and one account without any.
fn chart() -> World {
    let mut world = World::new();
    let earning = world.group(0x01, None, "Earning", 2, GroupType::Income);
    let part = world.group(0x02, Some(earning), "Part", 1, GroupType::Part);
    let under = world.group(
        0x03,
        Some(kinds::LIABILITIES),
        "Loans",
        0,
        GroupType::BalanceSheet,
    );
    world.account(0x11, earning, "Fees", "2");
    world.account(0x12, part, "Gifts", "1");
    world.account(0x13, groups::EXPENSES, "Rent", "");
    world.account(0x14, under, "Loan", "");
    world.account(0x15, kinds::EQUITY, "Owner", "");
    world.account(0x16, key(0xee), "Lost", "");
    world.currency(0x61, "INR");
    world.rate(0x64, key(0x61), day(100), "1.35");
    world.rate(0x65, key(0x61), day(400), "1.5");
    world.bank(0x21, "Till", None);
    world.bank(0x22, "Bank", None);
    world.bank(0x23, "Kolkata", Some(key(0x61)));
    for number in 0..3 {
        world.party(0x31 + number, PartyKind::Customer, "Customer");
        world.party(0x41 + number, PartyKind::Supplier, "Supplier");
    }
    for number in [0x33, 0x43] {
        let party = world.books.parties.get_mut(&key(number));
        party.expect("the party").currency = Some(key(0x61));
    }
    world.tax_code(0x62, "VAT", &[("VAT", 15)]);
    world.tax_code(0x63, "GST", &[("CGST", 9), ("SGST", 9)]);
    world
}

fn posting(books: &Books, document: Key, kind: Key, date: Date, line: Line) -> Posting {
    let (place, under, cents, own, tax) = line;
    let result = [key(0x11), key(0x12), key(0x13)];
    let (account, subledger) = match place {
        0 | 1 => (CASH, Some(key(0x21 + under))),
        2 => (RECEIVABLE, Some(key(0x31 + under))),
        3 => (PAYABLE, Some(key(0x41 + under))),
        4..=7 => (result[usize::from(under)], None),
        8 => (TAX_PAYABLE, None),
        9 => (STOCK, None),
        10 => (RETAINED, None),
        11 => (SUSPENSE, None),
        12 => (
            kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_CURRENCY_GAINS_LOSSES,
            None,
        ),
        13 => (key(0x14), None),
        14 => (key(0x15), None),
        _ => (key(0x16), None),
    };
    let currency = subledger.and_then(|key| books.subledger(key)?.1);
    let invoice = match (account == RECEIVABLE || account == PAYABLE, tax) {
        (false, _) => None,
        (true, _) if INVOICES.contains(&kind) => Some(document),
        (true, 0..5) => Some(document_key(usize::from(tax))),
        (true, _) => None,
    };
    let is_sale = kind == kinds::SALES_INVOICE || kind == kinds::RECEIPT;
    let role = match (account == TAX_PAYABLE, tax % 2) {
        (true, component) => TaxRole::Tax(component),
        (false, _) => TaxRole::Net,
    };
    let code = (tax < 4).then(|| key(0x62 + tax / 2));
    let is_taxed = account == TAX_PAYABLE || result.contains(&account);
    Posting {
        date,
        account,
        subledger,
        amount: Decimal::new(i64::from(cents), 2),
        own_currency: currency.map(|currency| (currency, Decimal::new(i64::from(own), 2))),
        document,
        document_kind: kind,
        line: None,
        description: String::new(),
        contact: None,
        invoice,
        tax: code.filter(|_| is_taxed).map(|code| TaxShare {
            code,
            role,
            is_sale,
        }),
        quantity: None,
        division: None,
    }
}
