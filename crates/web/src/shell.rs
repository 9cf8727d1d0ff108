//! A business around its pages: its name, its tabs, and Backup, History and Emails.

use crate::access::AccountHead;
use crate::access::current;
use crate::blocking::blocking;
use crate::opened::banner;
use crate::records::{names, words};
use crate::request::Visitor;
use crate::settings::TabChoice;
use crate::{PageError, Shared, addresses};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use books::{Key, kinds};
use interchange::{Group, KindSpec};
use maud::Markup;
use pages::{Action, BusinessHead, Locale, Notice, NoticeKind, Page, Tab};
use store::{Profile, Reader, StoreError};
use users::Operation;

/// The tab of the Summary, for `current_tab`.
pub const SUMMARY: &str = "summary";
/// The page of the chart of accounts, which stands under Settings.
pub const CHART_OF_ACCOUNTS: &str = "chart-of-accounts";
/// The tab of the reports.
pub const REPORTS: &str = "reports";
/// The tab of settings and of every kind without a tab of its own.
pub const SETTINGS: &str = "settings";
/// The tab in which other tabs are switched on and off.
pub const CUSTOMIZE: &str = "settings/customize";
/// The tab of all attachments.
pub const ATTACHMENTS: &str = "attachments";
/// No tab: Backup, History and Emails stand at the top.
pub const NO_TAB: &str = "";

/// What all pages of a business need of it.
#[derive(Debug, Clone)]
pub struct BusinessShell {
    /// The business.
    pub key: Key,
    /// What it is.
    pub profile: Profile,
    /// How many records it has of each kind, in order of the kinds' keys. Form defaults are no
    /// records of their kind: a kind of which there is nothing else is here with none.
    pub counts: Vec<(Key, u64)>,
    /// The address of its Summary.
    pub href: String,
    /// Which tabs were switched on and off.
    pub(crate) choice: TabChoice,
    /// Whether a file is attached to anything.
    has_attachments: bool,
}

/// The kind whose tab every business begins with.
const FIRST_TAB: Key = kinds::JOURNAL_ENTRY;

impl BusinessShell {
    /// Reads what the pages need.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn read(key: Key, reader: &dyn Reader) -> Result<Self, PageError> {
        Ok(Self {
            key,
            profile: reader.profile()?,
            counts: counts(reader)?,
            href: addresses::business(key),
            choice: TabChoice::read(reader)?,
            has_attachments: has_attachments(reader)?,
        })
    }

    /// The business's own name.
    pub fn name(&self) -> &str {
        &self.profile.name
    }

    /// The IANA name of the time zone in which the business lives.
    pub fn zone(&self) -> &str {
        &self.profile.time_zone
    }

    /// How many records of this kind it has.
    pub fn count(&self, content_type: Key) -> u64 {
        self.counts
            .binary_search_by_key(&content_type, |(key, _)| *key)
            .ok()
            .and_then(|at| self.counts.get(at))
            .map_or(0, |(_, count)| *count)
    }

    /// Whether it has anything of this kind, form defaults included.
    fn has(&self, content_type: Key) -> bool {
        let found = self
            .counts
            .binary_search_by_key(&content_type, |(key, _)| *key);
        found.is_ok()
    }

    /// The kinds that have records and no tab of their own, with their counts; also those whose tab
    /// is switched off, so that nothing is out of reach.
    pub fn kinds_without_tab(&self) -> impl Iterator<Item = (Key, u64)> {
        self.counts.iter().copied().filter(|(content_type, _)| {
            interchange::spec(*content_type)
                .is_none_or(|spec| !has_tab(spec) || !self.is_tab_shown(spec))
        })
    }

    /// Whether a tab of this kind leads somewhere: to a form, or to records that are there.
    pub(crate) fn may_have_tab(&self, spec: &KindSpec) -> bool {
        spec.editable || self.has(spec.content_type)
    }

    /// Whether the tab of this kind is shown.
    pub(crate) fn is_tab_shown(&self, spec: &KindSpec) -> bool {
        let kind = spec.content_type;
        let has_one = self.count(kind) > 0 || kind == FIRST_TAB;
        self.choice.is_shown(kind, has_one)
    }

    /// Where the tabs lead that whoever asks may see, in their order.
    pub(crate) fn tab_addresses(&self, locale: Locale) -> Vec<String> {
        let tabs = self.tabs(locale, "");
        tabs.into_iter().map(|tab| tab.href).collect()
    }

    fn tabs(&self, locale: Locale, current: &str) -> Vec<Tab> {
        let part = |slug: &str| addresses::business_part(self.key, slug);
        let fixed = |slug: &'static str, label: &str, href: String| Tab {
            label: locale.text(label),
            href,
            current: current == slug,
            count: None,
        };
        let mut tabs = vec![fixed(SUMMARY, "tab-summary", self.href.clone())];
        let kinds =
            tabbed_kinds().filter(|spec| self.may_have_tab(spec) && self.is_tab_shown(spec));
        tabs.extend(kinds.map(|spec| Tab {
            label: words::kind_plural(locale, spec.content_type),
            href: names::list_path(self.key, spec.content_type),
            current: current == spec.slug,
            count: Some(self.count(spec.content_type)),
        }));
        tabs.push(fixed(REPORTS, "tab-reports", part(REPORTS)));
        if self.has_attachments {
            tabs.push(fixed(ATTACHMENTS, "tab-attachments", part(ATTACHMENTS)));
        }
        tabs.push(fixed(SETTINGS, "tab-settings", part(SETTINGS)));
        tabs.push(fixed(CUSTOMIZE, "tab-customize", part(CUSTOMIZE)));
        self.only_visible(tabs)
    }

    /// Those tabs that whoever asks may see.
    fn only_visible(&self, tabs: Vec<Tab>) -> Vec<Tab> {
        let Some(areas) = current::visible_areas(self.key, self.zone()) else {
            return tabs;
        };
        let lists = addresses::business_part(self.key, "records/");
        let area_of = |tab: &Tab| match tab.href.strip_prefix(&lists) {
            Some(slug) => slug.to_owned(),
            None if tab.href == self.href => SUMMARY.to_owned(),
            None => tab
                .href
                .trim_start_matches(&self.href)
                .trim_start_matches('/')
                .to_owned(),
        };
        let is_visible = |tab: &Tab| {
            let area = area_of(tab);
            // A report is an area of its own, and its page is the way to it.
            areas
                .iter()
                .any(|seen| *seen == area || seen.starts_with(&format!("{area}/")))
        };
        tabs.into_iter().filter(is_visible).collect()
    }

    fn actions(&self, locale: Locale) -> Vec<Action> {
        let view = |area: &str| Operation::View(area.to_owned());
        let actions = [
            ("action-backup", "backups/new", Operation::Govern),
            ("action-history", "history", view("history")),
            ("action-emails", "emails", view("emails")),
        ];
        actions
            .into_iter()
            .filter(|(_, _, operation)| current::may(self.key, operation.clone(), self.zone()))
            .map(|(label, part, _)| Action {
                label: locale.text(label),
                href: addresses::business_part(self.key, part),
            })
            .collect()
    }
}

/// Whether there is a file of any record; the first one answers.
fn has_attachments(reader: &dyn Reader) -> Result<bool, StoreError> {
    let mut found = false;
    let read = reader.each_blob(&mut |_| {
        found = true;
        Err(StoreError::Stopped("the first is enough".into()))
    });
    match read {
        Err(StoreError::Stopped(_)) | Ok(()) => Ok(found),
        Err(error) => Err(error),
    }
}

/// How many records there are of each kind, without form defaults.
fn counts(reader: &dyn Reader) -> Result<Vec<(Key, u64)>, PageError> {
    let mut counts = reader.object_counts()?;
    for (content_type, count) in &mut counts {
        if interchange::spec(*content_type).is_none_or(|spec| spec.singleton) {
            continue;
        }
        let keyed = reader.object(*content_type)?;
        if keyed.is_some_and(|object| object.content_type == *content_type) {
            *count = count.saturating_sub(1);
        }
    }
    Ok(counts)
}

/// The kinds that may have a tab, in the order of the tabs.
pub(crate) fn tabbed_kinds() -> impl Iterator<Item = &'static KindSpec> {
    interchange::specs()
        .iter()
        .copied()
        .filter(|spec| has_tab(spec))
}

/// Whether records of this kind have a tab: documents, parties and what else is worked with daily.
/// Accounts and their groups are under Chart of Accounts; the rest is under Settings.
fn has_tab(spec: &KindSpec) -> bool {
    let daily = match spec.group {
        Group::Accounts => spec.content_type == kinds::JOURNAL_ENTRY,
        Group::Settings | Group::Other => false,
        Group::Money
        | Group::Sales
        | Group::Purchases
        | Group::Stock
        | Group::Assets
        | Group::Payroll => true,
    };
    daily && !spec.singleton
}

/// What a page of a business is made of, beyond the business.
#[derive(Debug)]
pub struct BusinessPage<'a> {
    /// The title in the browser's tab.
    pub title: &'a str,
    /// The tab it stands in: [`SUMMARY`], the slug of a kind, … or [`NO_TAB`].
    pub current_tab: &'a str,
    /// What stands in it, beginning with a heading.
    pub body: Markup,
    /// One message above the body.
    pub notice: Option<Notice>,
    /// 200, or 422 for a form that was refused.
    pub status: StatusCode,
}

/// A page of a business.
pub fn business_page(
    visitor: &Visitor,
    shell: &BusinessShell,
    title: &str,
    current_tab: &str,
    body: Markup,
) -> Response {
    let page = BusinessPage {
        title,
        current_tab,
        body,
        notice: None,
        status: StatusCode::OK,
    };
    business_page_with(visitor, shell, page)
}

/// A page of a business with a message or another status.
pub fn business_page_with(
    visitor: &Visitor,
    shell: &BusinessShell,
    page: BusinessPage<'_>,
) -> Response {
    let head = AccountHead::now(visitor);
    let mut tabs = shell.tabs(visitor.locale, page.current_tab);
    let actions = shell.actions(visitor.locale);
    let mut actions = actions.as_slice();
    let banner = visitor.opened.as_ref().map(|mark| banner(visitor, mark));
    if banner.is_some() {
        // An opened file is neither backed up nor customized.
        actions = actions.get(1..).unwrap_or_default();
        tabs.pop();
    }
    let markup = pages::render(&Page {
        locale: visitor.locale,
        title: page.title,
        business: Some(BusinessHead {
            name: shell.name(),
            href: &shell.href,
            tabs: &tabs,
            actions,
            banner: banner.as_ref(),
        }),
        body: page.body,
        notice: page.notice,
        account: head.as_ref().map(AccountHead::shown),
        path: &visitor.path,
    });
    (page.status, Html(markup.into_string())).into_response()
}

/// A page of no business: Businesses, Trash, Import.
pub fn plain_page(
    visitor: &Visitor,
    status: StatusCode,
    title: &str,
    notice: Option<Notice>,
    body: Markup,
) -> Response {
    let head = AccountHead::now(visitor);
    let markup = pages::render(&Page {
        locale: visitor.locale,
        title,
        business: None,
        body,
        notice,
        account: head.as_ref().map(AccountHead::shown),
        path: &visitor.path,
    });
    (status, Html(markup.into_string())).into_response()
}

/// A message that something was done.
pub fn success(text: String) -> Notice {
    Notice {
        kind: NoticeKind::Success,
        text,
    }
}

/// A message that something was refused.
pub fn refusal(text: String) -> Notice {
    Notice {
        kind: NoticeKind::Error,
        text,
    }
}

/// Opens a business and reads its shell, on a blocking thread.
///
/// # Errors
/// When there is no such business or it cannot be read.
pub async fn open_shell(app: &Shared, key: Key) -> Result<BusinessShell, PageError> {
    with_business(app, key, |_, _| Ok(()))
        .await
        .map(|(shell, ())| shell)
}

/// Opens a business at one consistent moment and reads its shell and whatever `work` reads, on a
/// blocking thread.
///
/// # Errors
/// When there is no such business or it cannot be read.
pub async fn with_business<T: Send + 'static>(
    app: &Shared,
    key: Key,
    work: impl FnOnce(&dyn Reader, &BusinessShell) -> Result<T, PageError> + Send + 'static,
) -> Result<(BusinessShell, T), PageError> {
    let app = app.clone();
    blocking(move || {
        let business = app.store.open(key)?;
        let reader = business.read()?;
        let shell = BusinessShell::read(key, reader.as_ref())?;
        let read = work(reader.as_ref(), &shell)?;
        Ok((shell, read))
    })
    .await
}
