//! One report on its page: what can be asked, the table, the notes, and the ways to take it along.

use super::asked::{Asked, Misunderstood, Pairs, SHOWN};
use super::form::OptionForm;
use super::made::MadeReport;
use super::offered::Offered;
use super::registry::ReportKind;
use super::{download, made, registry, report_path, reports_path, screen, unposted};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, REPORTS, business_page_with};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::Key;
use ledger::Figures;
use maud::{Markup, html};
use pages::Locale;
use pages::layout::{heading, menu};
use store::Reader;

/// The report below whose table stands what could not be posted in full.
const TRIAL_BALANCE: &str = "trial-balance";

/// `GET /businesses/{business}/reports/{report}`: the page, or with an ending the file.
pub(super) async fn show_report(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, report)): Path<(String, String)>,
    Query(sent): Query<Pairs>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        if let Some((name, ending)) = report.split_once('.') {
            return download::download(&app, &visitor, business, name, ending, &sent);
        }
        let kind = registry::find(&report).ok_or_else(PageError::not_found)?;
        let understood = Asked::understood(kind, &sent, visitor.locale);
        // What a form sent gets its one address; an address of one's own stays.
        if let (Ok(asked), true) = (&understood, sent.contains_key(SHOWN)) {
            let there = report_path(business, kind.name, &asked.query(kind));
            return Ok(Redirect::to(&there).into_response());
        }
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let page = Showing {
            visitor: &visitor,
            business,
            reader: reader.as_ref(),
            kind,
            sent: &sent,
        };
        match understood {
            Ok(asked) => page.report(asked),
            Err(errors) => page.refusal(&errors),
        }
    })
    .await
}

/// A page in the making.
struct Showing<'a> {
    visitor: &'a Visitor,
    business: Key,
    reader: &'a dyn Reader,
    kind: &'static ReportKind,
    sent: &'a Pairs,
}

impl Showing<'_> {
    fn locale(&self) -> Locale {
        self.visitor.locale
    }

    fn report(&self, asked: Asked) -> Result<Response, PageError> {
        let figures = figures::open(self.reader)?;
        let names = Names::new(self.reader, self.locale(), self.business);
        let report = MadeReport::of(
            self.reader,
            figures.as_ref(),
            self.kind,
            asked,
            self.locale(),
        )?;
        let form = self.form(&names, Some(&report.asked), &[], Some(figures.as_ref()))?;
        let title = report.title();
        let unposted = if self.kind.name == TRIAL_BALANCE {
            unposted::panels(&names, figures.as_ref(), report.table.period.to)?
        } else {
            html! {}
        };
        let body = html! {
            (heading(&title, self.actions(&report)))
            (form)
            p .report-subtitle {
                strong .print-only { (report.business) }
                @for line in report.subtitles() { span { (line) } }
            }
            (screen::table(&report, self.business))
            (screen::notes(&report))
            (unposted)
        };
        self.page(&title, body, StatusCode::OK)
    }

    /// The form with what is wrong beside its fields, and no report.
    fn refusal(&self, errors: &[Misunderstood]) -> Result<Response, PageError> {
        let names = Names::new(self.reader, self.locale(), self.business);
        let form = self.form(&names, None, errors, None)?;
        let title = self.locale().text(&self.kind.title_key());
        let body = html! { (heading(&title, html! {})) (form) };
        self.page(&title, body, StatusCode::UNPROCESSABLE_ENTITY)
    }

    fn form(
        &self,
        names: &Names<'_>,
        asked: Option<&Asked>,
        errors: &[Misunderstood],
        figures: Option<&dyn Figures>,
    ) -> Result<Markup, PageError> {
        let chosen = asked.and_then(|asked| asked.about);
        let form = OptionForm {
            kind: self.kind,
            asked,
            sent: self.sent,
            errors,
            calendar: &made::calendar(self.reader)?,
            offered: &Offered::read(names, self.kind, chosen, figures)?,
            locale: self.locale(),
        };
        Ok(form.markup())
    }

    /// Print, the files, email, and saving.
    fn actions(&self, report: &MadeReport) -> Markup {
        let locale = self.locale();
        let query = report.query();
        let file = |ending: &str| {
            report_path(
                self.business,
                &format!("{}.{ending}", self.kind.name),
                &query,
            )
        };
        let with_report = |path: String| {
            let rest = if query.is_empty() { "" } else { "&" };
            format!("{path}?report={}{rest}{query}", self.kind.name)
        };
        let email = with_report(addresses::business_part(self.business, "emails/new"));
        let save = with_report(format!("{}/saved/new", reports_path(self.business)));
        let ways = [
            html! { a href=(file("pdf")) { (locale.text("report-pdf")) } },
            html! { a href=(file("csv")) { (locale.text("report-csv")) } },
            html! { a href=(file("json")) { (locale.text("report-json")) } },
        ];
        html! {
            button .button type="button" data-print hidden { (locale.text("report-print")) }
            a .button href=(email) { (locale.text("report-email")) }
            a .button href=(save) { (locale.text("reports-save")) }
            (menu(html! { (locale.text("report-download")) }, &ways))
        }
    }

    fn page(&self, title: &str, body: Markup, status: StatusCode) -> Result<Response, PageError> {
        let shell = BusinessShell::read(self.business, self.reader)?;
        let page = BusinessPage {
            title,
            current_tab: REPORTS,
            body,
            notice: None,
            status,
        };
        Ok(business_page_with(self.visitor, &shell, page))
    }
}
