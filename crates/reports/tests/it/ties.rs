//! Every report meets the trial balance to the last unit, for whatever postings there are
//! (SPEC-reports.md, 1.5).

use crate::generated::{day, documents, figures};
use crate::text::rows;
use crate::world::{CASH, PAYABLE, RECEIVABLE, STOCK, as_at, between};
use books::{Books, Key};
use jiff::civil::Date;
use ledger::{Ledger, TaxRole};
use proptest::prelude::*;
use reports::{
    Basis, Cell, Name, REPORTS, ReportOptions, ReportRow, ReportTable, RowKind, aged_payables,
    aged_receivables, balance_sheet, bank_account_summary, cash_summary, codes,
    customer_statement_transactions, customer_statement_unpaid, general_ledger_summary,
    general_ledger_transactions, inventory_value, profit_and_loss_statement, tax_summary,
    trial_balance, twelve_months,
};
use rust_decimal::Decimal;

/// The amount in a column of the row with one of our labels.
fn coded(table: &ReportTable, code: &str, column: usize) -> Decimal {
    let is_it = |row: &&ReportRow| row.label.name == Name::Code(known(code));
    let row = table.rows.iter().find(is_it);
    amount(row.expect("a row with that label"), column)
}

fn known(code: &str) -> &'static str {
    let found = codes::NAMES.iter().find(|name| **name == code);
    found.copied().expect("a known code")
}

fn amount(row: &ReportRow, column: usize) -> Decimal {
    match &row.cells[column] {
        Cell::Amount { amount, .. } => *amount,
        other => panic!("no amount but {other:?} in {row:?}"),
    }
}

fn is_zero(cell: &Cell) -> bool {
    matches!(cell, Cell::Amount { amount, .. } if amount.is_zero())
}

/// What the postings that meet a condition come to, up to a day.
fn sum(
    figures: &(Books, Ledger),
    to: Date,
    is_meant: impl Fn(&ledger::Posting) -> bool,
) -> Decimal {
    let postings = figures.1.postings.iter();
    let meant = postings.filter(|it| it.date <= to && is_meant(it));
    meant.map(|it| it.amount).sum()
}

/// What accounts come to in the trial balance of a day, debit positive.
fn balance(figures: &(Books, Ledger), to: Date, is_meant: impl Fn(Key) -> bool) -> Decimal {
    let report = trial_balance(&figures.0, &figures.1, Some(to));
    let meant = report.rows.iter().filter(|row| is_meant(row.account_key));
    meant.map(|row| row.debit - row.credit).sum()
}

fn is_result(account: Key) -> bool {
    use crate::world::key;
    let gains = books::kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_CURRENCY_GAINS_LOSSES;
    [key(0x11), key(0x12), key(0x13), gains].contains(&account)
}

proptest! {
    #[test]
    fn the_balance_sheet_balances(papers in documents(), from in 0_u16..800, days in 0_u16..400) {
        let figures = figures(&papers);
        let (first, last) = (day(from), day(from + days));
        let report = balance_sheet(&figures, &between(first, last)).expect("a report");
        let assets = report.rows.iter().find(|row| {
            row.kind == RowKind::Total && row.depth == 0
        });
        let assets = amount(assets.expect("a total"), 0);
        prop_assert_eq!(assets, coded(&report, "total-liabilities-and-equity", 0));
        let profit = profit_and_loss_statement(&figures, &between(first, last));
        let profit = coded(&profit.expect("a report"), "net-profit", 0);
        prop_assert_eq!(coded(&report, "net-profit", 0), profit);
    }

    #[test]
    fn net_profit_is_the_change_of_everything_else(
        papers in documents(), from in 0_u16..800, days in 0_u16..400
    ) {
        let figures = figures(&papers);
        let (first, last) = (day(from), day(from + days));
        let report = profit_and_loss_statement(&figures, &between(first, last));
        let rest = |to| balance(&figures, to, |account| !is_result(account));
        let before = first.yesterday().expect("a day before");
        let profit = coded(&report.expect("a report"), "net-profit", 0);
        prop_assert_eq!(profit, rest(last) - rest(before));
    }

    #[test]
    fn the_general_ledger_closes_with_the_trial_balance(
        papers in documents(), from in 0_u16..800, days in 0_u16..400
    ) {
        let figures = figures(&papers);
        let options = between(day(from), day(from + days));
        let report = general_ledger_summary(&figures, &options).expect("a report");
        let (total, accounts) = report.rows.split_last().expect("a total");
        prop_assert_eq!(amount(total, 0), Decimal::ZERO);
        prop_assert_eq!(amount(total, 1), amount(total, 2));
        prop_assert_eq!(amount(total, 3), Decimal::ZERO);
        let balance = trial_balance(&figures.0, &figures.1, options.period.to);
        let closing = |row: &&ReportRow| !amount(row, 3).is_zero();
        let closing = accounts.iter().filter(closing);
        let closing: Vec<Decimal> = closing.map(|it| amount(it, 3)).collect();
        let balances = balance.rows.iter().map(|row| row.debit - row.credit);
        let balances: Vec<Decimal> = balances.filter(|it| !it.is_zero()).collect();
        prop_assert_eq!(closing, balances);
        // The transactions end where the summary does, and so does their running balance.
        let list = general_ledger_transactions(&figures, &options).expect("a report");
        for (number, row) in list.rows.iter().enumerate() {
            if row.kind == RowKind::Total {
                let is_it = |it: &&ReportRow| {
                    Name::TotalOf(Box::new(it.label.name.clone())) == row.label.name
                };
                let summary = accounts.iter().find(is_it).map(|it| amount(it, 3));
                prop_assert_eq!(amount(row, 6), summary.unwrap_or_default());
                prop_assert_eq!(amount(&list.rows[number - 1], 6), amount(row, 6));
            }
        }
    }

    #[test]
    fn money_ends_where_the_trial_balance_does(
        papers in documents(), from in 0_u16..800, days in 0_u16..400
    ) {
        let figures = figures(&papers);
        let (first, last) = (day(from), day(from + days));
        let cash = |to| balance(&figures, to, |account| account == CASH);
        let options = between(first, last);
        let report = cash_summary(&figures, &options).expect("a report");
        let before = first.yesterday().expect("a day before");
        prop_assert_eq!(coded(&report, "opening-balance", 0), cash(before));
        prop_assert_eq!(coded(&report, "closing-balance", 0), cash(last));
        // The lines add up: no movement is left out and none counted twice.
        let lines = report.rows.iter().filter(|row| row.kind == RowKind::Line);
        prop_assert_eq!(lines.map(|row| amount(row, 0)).sum::<Decimal>(), cash(last));
        let banks = bank_account_summary(&figures, &options).expect("a report");
        let total = banks.rows.last().expect("a total");
        prop_assert_eq!(amount(total, 0), cash(before));
        prop_assert_eq!(amount(total, banks.columns.len() - 1), cash(last));
        let months = twelve_months(&figures, &as_at(last)).expect("a report");
        let month = months.rows.last().expect("a month");
        prop_assert_eq!(amount(month, 3), cash(last));
        prop_assert_eq!(amount(month, 0) - amount(month, 1), amount(month, 2));
    }

    #[test]
    fn the_tax_summary_is_what_moved_the_tax_accounts(papers in documents(), to in 0_u16..800) {
        let figures = figures(&papers);
        let report = tax_summary(&figures, &as_at(day(to))).expect("a report");
        let moved = sum(&figures, day(to), |it| {
            it.tax.is_some_and(|tax| tax.role != TaxRole::Net)
        });
        let total = report.rows.last().expect("a total");
        prop_assert_eq!(amount(total, 4), -moved);
        prop_assert_eq!(amount(total, 1) - amount(total, 3), -moved);
    }

    #[test]
    fn what_is_owed_is_the_balance_of_the_control_accounts(
        papers in documents(), to in 0_u16..800
    ) {
        let figures = figures(&papers);
        let options = as_at(day(to));
        for (control, sign, aged) in [
            (RECEIVABLE, Decimal::ONE, aged_receivables(&figures, &options)),
            (PAYABLE, Decimal::NEGATIVE_ONE, aged_payables(&figures, &options)),
        ] {
            let aged = aged.expect("a report");
            let balance = sign * balance(&figures, day(to), |account| account == control);
            let total = aged.rows.last().expect("a total");
            prop_assert_eq!(amount(total, 5), balance);
            // What rates gained has no age.
            let is_gained = |row: &&ReportRow| {
                row.label.name == Name::Code("exchange-differences")
            };
            let gained = aged.rows.iter().find(is_gained).map(|row| amount(row, 5));
            let ages: Decimal = (0..5).map(|column| amount(total, column)).sum();
            prop_assert_eq!(ages + gained.unwrap_or_default(), balance);
        }
        // Both statements end with the same balances, each in the currency of its party.
        let balances = |statement: ReportTable, column: usize| {
            let totals = statement.rows.into_iter().filter(|row| row.kind == RowKind::Total);
            let balances = totals.map(|row| row.cells[column].clone());
            balances.filter(|cell| !is_zero(cell)).collect::<Vec<Cell>>()
        };
        let unpaid = customer_statement_unpaid(&figures, &options).expect("a report");
        let all = customer_statement_transactions(&figures, &options).expect("a report");
        prop_assert_eq!(balances(unpaid, 5), balances(all, 4));
    }

    #[test]
    fn the_cash_basis_balances_too(
        papers in documents(), from in 0_u16..800, days in 0_u16..400
    ) {
        let figures = figures(&papers);
        let mut options = between(day(from), day(from + days));
        options.basis = Basis::Cash;
        let report = balance_sheet(&figures, &options).expect("a report");
        let assets = report.rows.iter().find(|row| {
            row.kind == RowKind::Total && row.depth == 0
        });
        let assets = amount(assets.expect("a total"), 0);
        prop_assert_eq!(assets, coded(&report, "total-liabilities-and-equity", 0));
        let profit = profit_and_loss_statement(&figures, &options).expect("a report");
        let profit = coded(&profit, "net-profit", 0);
        prop_assert_eq!(coded(&report, "net-profit", 0), profit);
        // Twelve months are the year: 365 days from the first of December.
        let months = |to: u16| {
            let mut options = as_at(day(to));
            options.basis = Basis::Cash;
            let months = twelve_months(&figures, &options).expect("a report");
            months.rows.iter().map(|row| amount(row, 2)).sum::<Decimal>()
        };
        let mut year = between(day(0), day(364));
        year.basis = Basis::Cash;
        let profit = profit_and_loss_statement(&figures, &year).expect("a report");
        prop_assert_eq!(months(364), coded(&profit, "net-profit", 0));
    }

    #[test]
    fn the_value_of_stock_is_the_balance_of_its_account(papers in documents(), to in 0_u16..800) {
        let figures = figures(&papers);
        let report = inventory_value(&figures, &as_at(day(to))).expect("a report");
        let total = report.rows.last().expect("a total");
        prop_assert_eq!(amount(total, 2), sum(&figures, day(to), |it| it.account == STOCK));
    }

    #[test]
    fn every_report_is_whole_whatever_is_asked(
        papers in documents(), from in 0_u16..800, days in 0_u16..400, shows_zero: bool, cash: bool
    ) {
        let figures = figures(&papers);
        let mut options = between(day(from), day(from + days));
        options.shows_zero = shows_zero;
        options.basis = if cash { Basis::Cash } else { Basis::Accrual };
        options.compared = vec![between(day(0), day(from)).period];
        for options in [options, ReportOptions::default()] {
            for report in &REPORTS {
                let table = (report.make)(&figures, &options).expect("a report");
                prop_assert_eq!(table.name, report.name);
                assert_codes_are_known(&table);
                prop_assert_eq!(rows(&table).len(), table.rows.len());
            }
        }
    }
}

/// Faces translate what is in the lists, and nothing else may come.
fn assert_codes_are_known(table: &ReportTable) {
    for column in &table.columns {
        if let reports::Heading::Code(code) = column.heading {
            assert!(codes::NAMES.contains(&code), "{code}");
        }
    }
    for row in &table.rows {
        let mut name = &row.label.name;
        while let Name::TotalOf(inner) = name {
            name = inner;
        }
        if let Name::Code(code) = name {
            assert!(codes::NAMES.contains(code), "{code}");
        }
    }
    for remark in &table.remarks {
        let known = codes::REMARKS.iter().find(|(code, _)| *code == remark.code);
        let (_, arguments) = known.expect("a known remark");
        let found: Vec<&str> = remark.arguments.iter().map(|(name, _)| *name).collect();
        assert_eq!(&found, arguments, "{remark:?}");
    }
}

#[test]
fn reports_are_found_by_their_names_and_codes_are_in_order() {
    for report in &REPORTS {
        let found = reports::find(report.name).map(|it| it.name);
        assert_eq!(found, Some(report.name));
    }
    assert!(reports::find("balance").is_none());
    assert!(codes::NAMES.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(codes::REMARKS.windows(2).all(|pair| pair[0].0 < pair[1].0));
}
