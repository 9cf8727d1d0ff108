//! A trial balance as lines of text, so that tests read like the report.

use reports::{AccountName, TrialBalance};

/// One line for each row and one, indented, for each thing under it; totals last.
pub fn table(report: &TrialBalance) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &report.rows {
        let path: Vec<&str> = row.group_path.iter().map(name).collect();
        lines.push(format!(
            "{} | {} {}| {} | {}",
            path.join(" / "),
            name(&row.name),
            row.code,
            row.debit,
            row.credit
        ));
        for under in &row.subledger {
            let own = under.own_currency_balance.map(|own| own.to_string());
            let own = [under.currency.clone(), own].map(Option::unwrap_or_default);
            lines.push(format!(
                "  {} | {} | {} | {}",
                under.name,
                under.debit,
                under.credit,
                own.join(" ").trim()
            ));
        }
    }
    lines.push(format!("{} | {}", report.total_debit, report.total_credit));
    lines
}

fn name(name: &AccountName) -> &str {
    match name {
        AccountName::Own(own) => own,
        AccountName::BuiltIn(kind) => kind,
    }
}
