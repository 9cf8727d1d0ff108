//! An invoice or a bill: whether it is paid, when it is due, and what is left to pay, in large
//! figures, so that whoever opens it need not look it up in the list (SPEC-posting.md, 17).

use super::{Standing, money};
use crate::records::list::row::{status_badge, status_text};
use books::Key;
use ledger::{InvoiceStanding, Owed, allocations};
use maud::{Markup, html};
use pages::tables::{badge, panel};
use store::StoreError;

/// The panel; nothing for an invoice that names nobody or could not be posted.
pub(super) fn section(at: &Standing<'_, '_>, owed: Owed) -> Result<Markup, StoreError> {
    let Some(party) = at.names.party_of(at.record)?.filter(|it| *it != Key::NIL) else {
        return Ok(html! {});
    };
    let kept = figures::open(at.names.reader())?;
    let all = allocations(&*kept, owed, Some(party), None)?;
    let mut invoices = all.invoices.into_iter();
    let Some(invoice) = invoices.find(|it| it.invoice == at.record) else {
        return Ok(html! {});
    };
    let open = money(kept.books(), at.locale(), invoice.open, invoice.currency);
    Ok(shown(at, &invoice, &open))
}

fn shown(at: &Standing<'_, '_>, invoice: &InvoiceStanding, open: &str) -> Markup {
    let locale = at.locale();
    let status = invoice.status(at.today);
    let is_overdue = matches!(status, ledger::InvoiceStatus::Overdue(_));
    panel(
        "",
        html! {
            dl .standing .of-invoice {
                div {
                    dt { (locale.text("list-column-status")) }
                    dd { (badge(status_badge(status), &status_text(locale, status))) }
                }
                @if let Some(due) = invoice.due_date {
                    div .bad[is_overdue] {
                        dt { (locale.text("field-DueDate")) }
                        dd { time datetime=(due) { (locale.date(due)) } }
                    }
                }
                div .bad[is_overdue] {
                    dt { (locale.text("list-column-balance-due")) }
                    dd { (open) }
                }
            }
        },
    )
}
