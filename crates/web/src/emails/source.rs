//! What an email sends: a record or a report, whom it is for, and what its placeholders hold.

use crate::access::current::require_sight;
use crate::papers;
use crate::records::names::Names;
use crate::records::postings;
use crate::records::words;
use books::{Key, Object, kinds};
use interchange::{DecodedRecord, decode, spec};
use ledger::Grouping;
use mail::Mailbox;
use pages::Locale;
use percent_encoding::percent_decode_str;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use store::StoreError;

/// The kinds that have a purpose of their own among the templates; others are sent too.
pub(crate) const DOCUMENTS: [Key; 14] = [
    kinds::SALES_QUOTE,
    kinds::SALES_ORDER,
    kinds::SALES_INVOICE,
    kinds::CREDIT_NOTE,
    kinds::DELIVERY_NOTE,
    kinds::PURCHASE_QUOTE,
    kinds::PURCHASE_ORDER,
    kinds::PURCHASE_INVOICE,
    kinds::DEBIT_NOTE,
    kinds::GOODS_RECEIPT,
    kinds::RECEIPT,
    kinds::PAYMENT,
    kinds::PAYSLIP,
    kinds::EXPENSE_CLAIM,
];

/// The fields in which a document names whom it is for, in order.
const CONTACT_FIELDS: [&str; 3] = ["Customer", "Supplier", "Employee"];

/// Whether the page of a record of this kind offers to send it.
pub(super) fn is_sendable(kind: Key) -> bool {
    DOCUMENTS.contains(&kind)
        || spec(kind).is_some_and(|spec| spec.date_field.is_some() && !spec.singleton)
}

/// What is sent.
#[derive(Debug, Clone)]
pub(super) struct Sending {
    /// What the paper is made of.
    pub(super) paper: papers::Source,
    /// The record, when one is sent: its key and kind.
    pub(super) record: Option<(Key, Key)>,
    /// The customer, supplier or employee.
    pub(super) contact: Option<Key>,
    /// Which template it begins with.
    pub(super) purpose: String,
}

impl Sending {
    /// A record.
    ///
    /// # Errors
    /// [`StoreError::RecordNotFound`].
    pub(super) fn record(names: &Names<'_>, key: Key) -> Result<Self, StoreError> {
        let object = names
            .reader()
            .object(key)?
            .ok_or(StoreError::RecordNotFound(key))?;
        require_sight(names.reader(), names.business, object.content_type)?;
        let decoded = decode(object.content_type, &object.content).ok();
        let purpose = if DOCUMENTS.contains(&object.content_type) {
            spec(object.content_type).map_or("other-documents", |spec| spec.slug)
        } else {
            "other-documents"
        };
        Ok(Self {
            paper: papers::Source::Record(key),
            record: Some((key, object.content_type)),
            contact: contact_of(&object, decoded.as_ref()),
            purpose: purpose.to_owned(),
        })
    }

    /// A report with its choices; `about` in them is the customer or supplier it is for.
    pub(super) fn report(name: &str, query: &str) -> Self {
        // The query is as an address holds it, where the hyphens of a key may be escaped.
        let about = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("about="))
            .and_then(|key| percent_decode_str(key).decode_utf8().ok())
            .and_then(|key| key.parse().ok());
        let purpose = ["customer-statement", "supplier-statement"]
            .into_iter()
            .find(|purpose| name.starts_with(purpose))
            .unwrap_or("other-reports");
        Self {
            paper: papers::Source::Report {
                name: name.to_owned(),
                query: query.to_owned(),
            },
            record: None,
            contact: about,
            purpose: purpose.to_owned(),
        }
    }
}

/// Whom a record is for; a customer's own record is for the customer.
fn contact_of(object: &Object, record: Option<&DecodedRecord>) -> Option<Key> {
    if [kinds::CUSTOMER, kinds::SUPPLIER, kinds::EMPLOYEE].contains(&object.content_type) {
        return Some(object.key);
    }
    let spec = spec(object.content_type)?;
    CONTACT_FIELDS.iter().find_map(|name| {
        let field = spec.field_by_name(name)?;
        record?.value(field.number)?.reference()
    })
}

/// The addresses that a contact's record holds; none where what it holds is no address.
pub(super) fn addresses_of(names: &Names<'_>, contact: Key) -> Result<Vec<Mailbox>, StoreError> {
    let Some(object) = names.reader().object(contact)? else {
        return Ok(Vec::new());
    };
    let record = decode(object.content_type, &object.content).ok();
    let text = spec(object.content_type)
        .and_then(|spec| spec.field_by_name("Email"))
        .and_then(|field| record.as_ref()?.value(field.number)?.text())
        .unwrap_or_default();
    let mut mailboxes = Mailbox::parse_list(text).unwrap_or_default();
    let name = names.title_of(&object);
    if let [only] = mailboxes.as_slice()
        && only.name().is_none()
        && let Ok(named) = Mailbox::new(Some(&name), only.address())
    {
        mailboxes = vec![named];
    }
    Ok(mailboxes)
}

/// What the placeholders of SPEC-emails.md, 9.3, hold. `needs_balance`: the balance is computed
/// from all records, so only when a template asks for it.
pub(super) fn values(
    names: &Names<'_>,
    sending: &Sending,
    needs_balance: bool,
) -> Result<Vec<(&'static str, String)>, StoreError> {
    let reader = names.reader();
    let mut values = vec![("business", reader.profile()?.name)];
    values.push(("document", document_name(names.locale, sending)));
    if let Some(contact) = sending.contact {
        let name = names.text(contact)?;
        values.push(("contact", name.clone()));
        match reader.object(contact)?.map(|object| object.content_type) {
            Some(kinds::CUSTOMER) => values.push(("customer", name)),
            Some(kinds::SUPPLIER) => values.push(("supplier", name)),
            _ => {}
        }
        if needs_balance {
            let balance = Balances::read(names)?.shown(names.locale, contact);
            values.extend(balance.map(|balance| ("balance", balance)));
        }
    }
    if let Some((key, _)) = sending.record
        && let Some(object) = reader.object(key)?
    {
        let heading = postings::heading(names, &object)?;
        values.push(("number", heading.reference));
        let date = |date: Option<_>| date.map(|date| names.locale.date(date));
        values.extend(date(heading.date).map(|date| ("date", date)));
        values.extend(date(heading.due_date).map(|date| ("due_date", date)));
        values.extend(heading.total.map(|total| ("amount", total)));
    }
    Ok(values)
}

/// What the thing is called: `Sales Invoice`, `Customer Statement`.
fn document_name(locale: Locale, sending: &Sending) -> String {
    match (&sending.paper, sending.record) {
        (_, Some((_, kind))) => words::kind_name(locale, kind),
        (papers::Source::Report { name, .. }, None) => {
            let key = format!("report-{name}");
            if locale.has(&key) {
                locale.text(&key)
            } else {
                words::spaced(name)
            }
        }
        (papers::Source::Record(_), None) => String::new(),
    }
}

/// What every customer and supplier owes or is owed, summed once.
pub(super) struct Balances {
    sums: BTreeMap<Key, (Decimal, u32, String)>,
}

impl Balances {
    /// Sums the postings of all records.
    pub(super) fn read(names: &Names<'_>) -> Result<Self, StoreError> {
        let figures = figures::open(names.reader())?;
        let by_contact = Grouping {
            subledger: true,
            ..Grouping::default()
        };
        let all = ledger::PostingFilter::default();
        let sums = figures.sums(&all, by_contact);
        let sums = sums.map_err(|error| StoreError::Stopped(Box::new(error)))?;
        let books = figures.books();
        let mut found: BTreeMap<Key, (Decimal, u32, String)> = BTreeMap::new();
        for sum in sums {
            let Some(party) = sum.subledger.and_then(|key| books.parties.get(&key)) else {
                continue;
            };
            let foreign = party
                .currency
                .and_then(|key| books.foreign_currencies.get(&key));
            let amount = if foreign.is_some() {
                sum.own_amount
            } else {
                sum.amount
            };
            let currency = foreign.unwrap_or(&books.base_currency);
            let entry = found
                .entry(party.key)
                .or_insert_with(|| (Decimal::ZERO, currency.decimals, currency.code.clone()));
            entry.0 = entry.0.saturating_add(amount);
        }
        found.retain(|_, (amount, ..)| !amount.is_zero());
        Ok(Self { sums: found })
    }

    /// A balance as it is read; nothing where there is none.
    pub(super) fn shown(&self, locale: Locale, contact: Key) -> Option<String> {
        let (amount, decimals, code) = self.sums.get(&contact)?;
        Some(postings::with_currency(locale, *amount, *decimals, code))
    }
}
