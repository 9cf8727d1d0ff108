//! The whole document around a page's body: header, tabs, main, footer.
//!
//! Works without scripts: the tabs are links, the language chooser is a form. The body brings its
//! own heading, made with [`heading`], so that a page can put its buttons beside it.

use maud::{DOCTYPE, Markup, html};

use crate::icons::{Icon, icon};
use crate::languages::{Digits, Grouping, Language, Locale};
use crate::{assets, user_text};

/// What a page is made of.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// What it is rendered in.
    pub locale: Locale,
    /// The title in the browser's tab: what the page is, without the business and the product.
    pub title: &'a str,
    /// The business the page is about, if it is about one.
    pub business: Option<BusinessHead<'a>>,
    /// What stands in `<main>`, beginning with a [`heading`].
    pub body: Markup,
    /// One message above the body: what has just been done, or what to know.
    pub notice: Option<Notice>,
    /// Who is signed in, where people sign in.
    pub account: Option<Account<'a>>,
    /// The path and query of this page, to come back to after choosing a language.
    pub path: &'a str,
}

/// The business at the top of its pages.
#[derive(Debug, Clone, Copy)]
pub struct BusinessHead<'a> {
    /// Its name, as its owner wrote it.
    pub name: &'a str,
    /// The address of its Summary.
    pub href: &'a str,
    /// The tabs at the left.
    pub tabs: &'a [Tab],
    /// Backup, History and Emails, at the right of the top; the first is the one to stand out.
    pub actions: &'a [Action],
    /// Of a business that may only be looked at: the strip that says so, above everything.
    pub banner: Option<&'a Markup>,
}

/// Who is signed in, at the end of the top line.
#[derive(Debug, Clone, Copy)]
pub struct Account<'a> {
    /// The name; of an administrator who acts for someone, both names.
    pub name: &'a str,
    /// Where one's own account is.
    pub href: &'a str,
    /// Where users are changed, for those who may.
    pub people: Option<&'a Action>,
    /// What ends acting for someone: the address of the form, and its words.
    pub acting: Option<&'a Action>,
    /// What whoever is signed in is told on every page: a finished sentence.
    pub told: Option<&'a str>,
}

/// One tab of a business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Its words, already in the reader's language.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether the page is in it.
    pub current: bool,
    /// How many records it holds, when that is worth showing.
    pub count: Option<u64>,
}

/// One button that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its words, already in the reader's language.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// One message above the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub kind: NoticeKind,
    /// The sentence, already in the reader's language.
    pub text: String,
}

/// How a message is meant; it decides colour, icon and how urgently screen readers say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done.
    Success,
    /// Something to know.
    Information,
    /// Something to look at.
    Warning,
    /// Something failed.
    Error,
}

impl NoticeKind {
    /// The class of the style sheet.
    const fn class(self) -> &'static str {
        match self {
            NoticeKind::Success => "success",
            NoticeKind::Information => "information",
            NoticeKind::Warning => "warning",
            NoticeKind::Error => "error",
        }
    }

    /// The icon beside the words.
    const fn icon(self) -> Icon {
        match self {
            NoticeKind::Success => Icon::Success,
            NoticeKind::Information => Icon::Information,
            NoticeKind::Warning => Icon::Warning,
            NoticeKind::Error => Icon::Error,
        }
    }
}

/// The whole document.
pub fn render(page: &Page<'_>) -> Markup {
    let locale = page.locale;
    let product = locale.text("product-name");
    let banner = page.business.and_then(|business| business.banner);
    html! {
        (DOCTYPE)
        html lang=(locale.language.code()) dir="ltr" {
            (head(page, &product))
            body .has-tabs[page.business.is_some()] .read-only[banner.is_some()] {
                a .skip-link href="#main" { (locale.text("skip-to-content")) }
                (top(page, &product))
                @if let Some(banner) = banner { aside .banner role="note" { (banner) } }
                div .frame {
                    @if let Some(business) = &page.business { (tabs(locale, business)) }
                    main #main tabindex="-1" {
                        @if let Some(told) = page.account.and_then(|account| account.told) {
                            (notice_box(&Notice {
                                kind: NoticeKind::Warning,
                                text: told.to_owned(),
                            }))
                        }
                        @if let Some(notice) = &page.notice { (notice_box(notice)) }
                        (page.body)
                    }
                }
                footer .foot {
                    p { (product) " · " (locale.text("footer-promise")) }
                }
            }
        }
    }
}

/// A page that only says what went wrong; `message` is a finished sentence.
pub fn error_page(locale: Locale, title: &str, message: &str) -> Markup {
    let body = html! {
        (heading(title, html! {}))
        div .panel {
            p { (message) }
            p { a .button href="/" { (locale.text("error-page-back")) } }
        }
    };
    render(&Page {
        locale,
        title,
        business: None,
        body,
        notice: None,
        account: None,
        path: "/",
    })
}

/// The heading of a page, with its buttons at the end of the line. `actions` may be empty.
pub fn heading(title: &str, actions: Markup) -> Markup {
    html! {
        div .heading {
            h1 { (user_text(title)) }
            @if !actions.0.is_empty() { div .heading-actions { (actions) } }
        }
    }
}

/// A button that opens to a few ways, one under the other; `ways` are links. Works without scripts.
pub fn menu(label: Markup, ways: &[Markup]) -> Markup {
    html! {
        details .menu {
            summary .button .primary { (label) }
            ul { @for way in ways { li { (way) } } }
        }
    }
}

/// A message in a box, for the middle of a body; [`Page::notice`] is for the top.
pub fn notice_box(notice: &Notice) -> Markup {
    let role = if notice.kind == NoticeKind::Error {
        "alert"
    } else {
        "status"
    };
    html! {
        div class={ "notice " (notice.kind.class()) } role=(role) {
            (icon(notice.kind.icon()))
            p { (notice.text) }
        }
    }
}

/// The head of the document.
fn head(page: &Page<'_>, product: &str) -> Markup {
    let version = assets::version();
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title {
                (page.title)
                @if let Some(business) = &page.business { " · " (business.name) }
                " · " (product)
            }
            link rel="icon" type="image/svg+xml" href={ "/assets/favicon.svg?v=" (version) };
            link rel="stylesheet" href={ "/assets/style.css?v=" (version) };
            script type="module" src={ "/assets/tijori.js?v=" (version) } {}
        }
    }
}

/// The bar at the top: product, business, its buttons, the language chooser.
fn top(page: &Page<'_>, product: &str) -> Markup {
    let locale = page.locale;
    html! {
        header .top {
            a .brand href="/" title=(locale.text("businesses-title")) {
                (icon(Icon::Strongbox))
                span { (product) }
            }
            @if let Some(business) = &page.business {
                a .business-name href=(business.href) { (user_text(business.name)) }
                @if !business.actions.is_empty() {
                    nav .actions aria-label=(locale.text("business-actions")) {
                        @for action in business.actions {
                            a href=(action.href) aria-current=[current(&action.href, page.path)] {
                                (action.label)
                            }
                        }
                    }
                }
            }
            @if let Some(account) = &page.account { (signed_in(account, page.path)) }
            (preferences(locale, page.path))
        }
    }
}

/// Who is signed in, with the ways that belong to it.
fn signed_in(account: &Account<'_>, path: &str) -> Markup {
    html! {
        div .account {
            @if let Some(acting) = account.acting {
                form method="post" action=(acting.href) {
                    button .button type="submit" { (acting.label) }
                }
            }
            @if let Some(people) = account.people {
                a href=(people.href) aria-current=[current(&people.href, path)] { (people.label) }
            }
            a href=(account.href) aria-current=[current(account.href, path)] {
                (user_text(account.name))
            }
        }
    }
}

/// `page` when the link leads to this very page, for `aria-current`.
fn current(href: &str, path: &str) -> Option<&'static str> {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    (href == path).then_some("page")
}

/// The tabs of a business, at the left or, on narrow screens, in a strip above the page.
fn tabs(locale: Locale, business: &BusinessHead<'_>) -> Markup {
    html! {
        nav .tabs aria-label=(locale.text("business-tabs")) {
            ul {
                @for tab in business.tabs {
                    li {
                        a href=(tab.href) aria-current=[tab.current.then_some("page")] {
                            span .tab-label { (tab.label) }
                            @if let Some(count) = tab.count {
                                span .tab-count { (locale.count(count)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The chooser of language, digits and grouping: a form that works without scripts.
fn preferences(locale: Locale, path: &str) -> Markup {
    html! {
        details .preferences {
            summary {
                (icon(Icon::Globe))
                span { (locale.language.own_name()) }
            }
            form method="post" action="/preferences" data-submit-on-change {
                input type="hidden" name="back" value=(path);
                label for="preferences-language" { (locale.text("preferences-language")) }
                select #preferences-language name="language" {
                    @for language in Language::ALL {
                        option value=(language.code()) lang=(language.code())
                            selected[language == locale.language] { (language.own_name()) }
                    }
                }
                (digits_choice(locale))
                label for="preferences-grouping" { (locale.text("preferences-grouping")) }
                select #preferences-grouping name="grouping" {
                    @for (grouping, key) in [
                        (Grouping::Language, "preferences-grouping-language"),
                        (Grouping::Indian, "preferences-grouping-indian"),
                    ] {
                        option value=(grouping.code()) selected[grouping == locale.grouping] {
                            (locale.text(key))
                        }
                    }
                }
                button .button type="submit" { (locale.text("preferences-save")) }
            }
        }
    }
}

/// The choice of digits where the language has its own; elsewhere the choice is carried along
/// unseen.
fn digits_choice(locale: Locale) -> Markup {
    if !locale.language.has_native_digits() {
        return html! { input type="hidden" name="digits" value=(locale.digits.code()); };
    }
    html! {
        label for="preferences-digits" { (locale.text("preferences-digits")) }
        select #preferences-digits name="digits" {
            @for (digits, key) in [
                (Digits::Latin, "preferences-digits-latin"),
                (Digits::Native, "preferences-digits-native"),
            ] {
                option value=(digits.code()) selected[digits == locale.digits] {
                    (locale.text(key))
                }
            }
        }
    }
}
