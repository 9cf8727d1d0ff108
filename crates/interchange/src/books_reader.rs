//! Reads the typed books out of records, one at a time and in any order.
//!
//! Nothing here fails: a record that cannot be read becomes a [`ReadFinding`] and is listed among
//! the books' unreadable records, so that `ledger` says it was not posted. Fields are read
//! straight from the wire encoding by the numbers of docs/SPEC-manager-file.md; the records
//! themselves stay as they are, byte for byte, in the store.
//!
//! Records keyed by their kind are settings, built-in accounts, or form defaults; of form
//! defaults nothing is taken (SPEC-posting.md, 1.3).

mod accounts;
mod assets;
mod expense_claims;
mod invoices;
mod journals;
mod money;
mod offers;
mod parties;
mod payroll;
mod receivables;
mod settings;
mod starting_balances;
mod stock;
mod values;

use books::documents::UNTYPED_KINDS;
use books::kinds::{self, Class};
use books::{Books, Key, Object};
use manager_file::wire::Message;
use values::Values;

/// One thing that was noticed while reading a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFinding {
    /// The record.
    pub record: Key,
    /// A stable code: `record-damaged` or `field-damaged`.
    pub code: &'static str,
    /// A plain English sentence.
    pub message: String,
}

/// Collects records until they are books.
#[derive(Debug, Clone, Default)]
pub struct BooksReader {
    books: Books,
    findings: Vec<ReadFinding>,
}

impl BooksReader {
    /// A reader that has seen nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A reader that has these books already, and noticed nothing yet.
    pub fn continuing(books: Books) -> Self {
        Self {
            books,
            findings: Vec::new(),
        }
    }

    /// Takes in one record. Records that have no part in posting are passed over; of two records
    /// with one key and kind, the later one counts.
    pub fn add(&mut self, object: &Object) {
        let kind = object.content_type;
        if UNTYPED_KINDS.contains(&kind) {
            if !object.is_keyed_by_kind() {
                self.books.untyped_documents.insert(object.key, kind);
            }
            return;
        }
        let Some(read) = reader_for(kind, object.is_keyed_by_kind()) else {
            return;
        };
        let message = match Message::parse(&object.content) {
            Ok(message) => message,
            Err(error) => return self.name_damaged(object, &error.to_string()),
        };
        let values = Values::new(&message);
        read(&mut self.books, object, &values);
        if values.is_broken() && withdraw(&mut self.books, object.key) {
            let why = {
                let numbers: Vec<String> = values.damaged().iter().map(u32::to_string).collect();
                format!("field {} cannot be read", numbers.join(", "))
            };
            return self.name_damaged(object, &why);
        }
        for number in values.damaged() {
            self.findings.push(ReadFinding {
                record: object.key,
                code: "field-damaged",
                message: format!(
                    "Field {number} of {} {} is not of its type and counts as empty; open the \
                     record and enter it again.",
                    kind_name(kind),
                    object.key
                ),
            });
        }
    }

    /// The books so far.
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// The books, and what was noticed on the way, by record.
    pub fn finish(mut self) -> (Books, Vec<ReadFinding>) {
        let order = |finding: &ReadFinding| (finding.record, finding.code, finding.message.clone());
        self.findings.sort_by_key(order);
        (self.books, self.findings)
    }

    fn name_damaged(&mut self, object: &Object, why: &str) {
        let kind = object.content_type;
        self.books.unreadable_records.insert(object.key, kind);
        self.findings.push(ReadFinding {
            record: object.key,
            code: "record-damaged",
            message: format!(
                "{} {} is damaged ({why}): it is kept byte for byte and is not posted; enter it \
                 again or import an undamaged backup.",
                kind_name(kind),
                object.key
            ),
        });
    }
}

/// Takes back what would reckon with figures that could not be read; what only names something
/// stays. Says whether there was anything to take back.
fn withdraw(books: &mut Books, record: Key) -> bool {
    books.invoices.remove(&record).is_some()
        || books.offers.remove(&record).is_some()
        || books.money_documents.remove(&record).is_some()
        || books.inter_account_transfers.remove(&record).is_some()
        || books.journal_entries.remove(&record).is_some()
        || books.starting_balances.remove(&record).is_some()
        || books.tax_codes.remove(&record).is_some()
        || books.exchange_rates.remove(&record).is_some()
        || books.unit_costs.remove(&record).is_some()
        || books.market_prices.remove(&record).is_some()
        || withdraw_further_document(books, record)
}

fn withdraw_further_document(books: &mut Books, record: Key) -> bool {
    books.expense_claims.remove(&record).is_some()
        || books.payslips.remove(&record).is_some()
        || books.depreciation_entries.remove(&record).is_some()
        || books.inventory_write_offs.remove(&record).is_some()
        || books.production_orders.remove(&record).is_some()
        || books.stock_notes.remove(&record).is_some()
        || books.late_payment_fees.remove(&record).is_some()
        || books.withholding_tax_receipts.remove(&record).is_some()
        || books.billable_times.remove(&record).is_some()
}

fn kind_name(kind: Key) -> &'static str {
    kinds::find(kind).map_or("Record", |kind| kind.name)
}

/// Takes one record's values into the books.
type Read = fn(&mut Books, &Object, &Values<'_>);

/// What reads records of this kind; nothing when they have no part in posting.
fn reader_for(kind: Key, is_keyed_by_kind: bool) -> Option<Read> {
    let class = kinds::find(kind).map(|kind| kind.class);
    if is_keyed_by_kind {
        return match kind {
            kinds::BASE_CURRENCY => Some(settings::read_base_currency),
            kinds::BUSINESS_DETAILS => Some(settings::read_business_details),
            kinds::LOCK_DATE => Some(settings::read_lock_date),
            kinds::ASSETS | kinds::LIABILITIES | kinds::EQUITY => Some(accounts::read_root),
            _ => match class {
                Some(Class::BalanceSheetAccount | Class::ProfitAndLossAccount) => {
                    Some(accounts::read_built_in_account)
                }
                _ => None,
            },
        };
    }
    if class == Some(Class::ControlAccount) {
        return Some(accounts::read_control_account);
    }
    settings_or_party_reader(kind).or_else(|| document_reader(kind))
}

fn settings_or_party_reader(kind: Key) -> Option<Read> {
    Some(match kind {
        kinds::FOREIGN_CURRENCY => settings::read_foreign_currency,
        kinds::EXCHANGE_RATE => settings::read_exchange_rate,
        kinds::TAX_CODE => settings::read_tax_code,
        kinds::BALANCE_SHEET_ACCOUNT => accounts::read_balance_sheet_account,
        kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT => accounts::read_profit_and_loss_account,
        kinds::BALANCE_SHEET_GROUP => accounts::read_balance_sheet_group,
        kinds::PROFIT_AND_LOSS_STATEMENT_GROUP => accounts::read_profit_and_loss_group,
        kinds::BANK_OR_CASH_ACCOUNT => accounts::read_bank_account,
        kinds::CUSTOMER => parties::read_customer,
        kinds::SUPPLIER => parties::read_supplier,
        kinds::EMPLOYEE => parties::read_employee,
        kinds::CAPITAL_ACCOUNT
        | kinds::SUB_ACCOUNT
        | kinds::SPECIAL_ACCOUNT
        | kinds::FIXED_ASSET
        | kinds::INTANGIBLE_ASSET
        | kinds::INVESTMENT
        | kinds::EXPENSE_CLAIMS_PAYER => parties::read_holding,
        kinds::INVENTORY_ITEM | kinds::INVENTORY_KIT | kinds::NON_INVENTORY_ITEM => {
            parties::read_item
        }
        kinds::INVENTORY_UNIT_COST => parties::read_unit_cost,
        kinds::INVESTMENT_MARKET_PRICE => assets::read_market_price,
        kinds::PAYSLIP_EARNINGS_ITEM
        | kinds::PAYSLIP_DEDUCTION_ITEM
        | kinds::PAYSLIP_CONTRIBUTION_ITEM => payroll::read_item,
        _ => return None,
    })
}

fn document_reader(kind: Key) -> Option<Read> {
    Some(match kind {
        kinds::SALES_INVOICE | kinds::PURCHASE_INVOICE | kinds::CREDIT_NOTE | kinds::DEBIT_NOTE => {
            invoices::read
        }
        kinds::SALES_QUOTE | kinds::SALES_ORDER | kinds::PURCHASE_QUOTE | kinds::PURCHASE_ORDER => {
            offers::read
        }
        kinds::RECEIPT | kinds::PAYMENT => money::read_money_document,
        kinds::INTER_ACCOUNT_TRANSFER => money::read_inter_account_transfer,
        kinds::JOURNAL_ENTRY => journals::read_journal_entry,
        kinds::EXPENSE_CLAIM => expense_claims::read,
        kinds::PAYSLIP => payroll::read_payslip,
        kinds::DEPRECIATION_ENTRY | kinds::AMORTIZATION_ENTRY => assets::read_depreciation,
        kinds::INVENTORY_WRITE_OFF => stock::read_write_off,
        kinds::PRODUCTION_ORDER => stock::read_production_order,
        kinds::DELIVERY_NOTE | kinds::GOODS_RECEIPT => stock::read_note,
        kinds::INVENTORY_TRANSFER => stock::read_transfer,
        kinds::LATE_PAYMENT_FEE => receivables::read_late_payment_fee,
        kinds::WITHHOLDING_TAX_RECEIPT => receivables::read_withholding_tax_receipt,
        kinds::BILLABLE_TIME => receivables::read_billable_time,
        _ => return starting_balance_reader(kind),
    })
}

fn starting_balance_reader(kind: Key) -> Option<Read> {
    let class = kinds::find(kind).map(|kind| kind.class);
    (class == Some(Class::StartingBalance)).then_some(starting_balances::read)
}

#[cfg(test)]
mod tests;
