//! Whole documents: what surrounds a page, what is beside a field, and that nothing a user wrote is
//! obeyed. With `TIJORI_SAMPLE_PAGES=<folder>`, the sample pages are written there for looking at
//! in a browser.

use maud::{Markup, html};
use pages::forms::{self, Choice, Field, Heading, LINE_INDEX, Lines, line_name};
use pages::tables::{self, BadgeKind, Column};
use pages::{
    Action, Argument, BusinessHead, Digits, Language, Locale, Notice, NoticeKind, Page, Tab,
    error_page, layout, render, user_text,
};
use rust_decimal::Decimal;

/// The tabs of a sample business.
fn tabs(locale: Locale) -> Vec<Tab> {
    let kinds = [
        "BankOrCashAccount",
        "Receipt",
        "Payment",
        "Customer",
        "SalesInvoice",
        "Supplier",
        "PurchaseInvoice",
        "JournalEntry",
        "InterAccountTransfer",
    ];
    let mut tabs = vec![Tab {
        label: locale.text("tab-summary"),
        href: "/businesses/1".to_owned(),
        current: false,
        count: None,
    }];
    for (index, kind) in kinds.into_iter().enumerate() {
        tabs.push(Tab {
            label: locale.text(&format!("kind-{kind}-many")),
            href: format!("/businesses/1/{kind}"),
            current: kind == "SalesInvoice",
            count: Some([4, 128, 96, 31, 1204, 18, 377, 12, 9][index]),
        });
    }
    tabs.push(Tab {
        label: locale.text("tab-reports"),
        href: "/reports".to_owned(),
        current: false,
        count: None,
    });
    tabs.push(Tab {
        label: locale.text("tab-settings"),
        href: "/settings".to_owned(),
        current: false,
        count: None,
    });
    tabs
}

/// The buttons at the top right.
fn actions(locale: Locale) -> Vec<Action> {
    ["backup", "history", "emails"]
        .map(|name| Action {
            label: locale.text(&format!("action-{name}")),
            href: format!("/businesses/1/{name}"),
        })
        .into_iter()
        .collect()
}

/// A document of the sample business.
fn business_page(locale: Locale, name: &str, body: Markup, notice: Option<Notice>) -> String {
    let (tabs, actions) = (tabs(locale), actions(locale));
    let title = locale.text("kind-SalesInvoice-many");
    let business = BusinessHead {
        banner: None,
        name,
        href: "/businesses/1",
        tabs: &tabs,
        actions: &actions,
    };
    render(&Page {
        account: None,
        locale,
        title: &title,
        business: Some(business),
        body,
        notice,
        path: "/businesses/1/SalesInvoice?page=2",
    })
    .into_string()
}

/// A list of invoices.
fn list(locale: Locale) -> Markup {
    let columns = [
        Column::words(locale.text("field-IssueDate")),
        Column::words(locale.text("field-Reference")),
        Column::words(locale.text("field-Customer")),
        Column::words(locale.text("list-column-status")),
        Column::amounts(locale.text("list-column-amount")),
    ];
    let customers = [
        "مؤسسة النور للتجارة",
        "ঢাকা মুদি দোকান",
        "Chez Zoé & fils",
        "<b>Acme</b>",
        "शर्मा एंड संस",
        "Peñaranda y Cía., S.L.",
    ];
    let rows: Vec<Markup> = (1..=24)
        .map(|n: i64| {
            let day = jiff::civil::date(2026, 11, i8::try_from(n).unwrap());
            let (kind, status) = if n % 3 == 0 {
                (BadgeKind::Bad, "status-overdue")
            } else {
                (BadgeKind::Good, "status-paid")
            };
            html! { tr {
                td .nowrap { (locale.date(day)) }
                td { a href="#" { "INV-" (1000 + n) } }
                td { (user_text(customers[usize::try_from(n).unwrap() % customers.len()])) }
                td { (tables::badge(kind, &locale.text(status))) }
                (tables::amount_cell(&locale.amount(Decimal::new(n * 7_654_321, 2), 2)))
            } }
        })
        .collect();
    let totals = html! { tr {
        td colspan="4" { (locale.text("word-total")) }
        td .end { (locale.amount(Decimal::new(2_296_296_300, 2), 2)) }
    } };
    let title = locale.text("kind-SalesInvoice-many");
    let kind = locale.text("kind-SalesInvoice-one");
    let new = locale.text_with("list-new", &[("kind", Argument::Text(&kind))]);
    let counts = [
        ("first", Argument::Count(201)),
        ("last", Argument::Count(400)),
        ("total", Argument::Count(1204)),
    ];
    let shown = locale.text_with("pager-shown", &counts);
    html! {
        (layout::heading(&title, html! { a .button .primary href="#" { (new) } }))
        (tables::table(&title, &columns, &rows, Some(&totals)))
        (tables::pager(locale, Some("?page=1"), Some("?page=3"), &shown))
    }
}

/// The cells of one line of a journal entry.
fn line(locale: Locale, index: &str) -> Markup {
    let account = line_name(index, "account");
    let debit = line_name(index, "debit");
    let credit = line_name(index, "credit");
    let choices = [
        Choice {
            value: "1",
            label: &locale.text("account-Sales"),
            group: &locale.text("account-Income"),
        },
        Choice {
            value: "2",
            label: &locale.text("account-Rent"),
            group: &locale.text("account-Expenses"),
        },
    ];
    html! {
        td { (forms::select(&cell_field(&account, &locale.text("field-Account")), &choices)) }
        td { (forms::amount(&cell_field(&debit, &locale.text("field-Debit")))) }
        td { (forms::amount(&cell_field(&credit, &locale.text("field-Credit")))) }
    }
}

/// A field in a cell, which the column's heading labels.
fn cell_field<'a>(name: &'a str, label: &'a str) -> Field<'a> {
    Field {
        name,
        label,
        label_hidden: true,
        ..Field::default()
    }
}

/// The form of a journal entry with a mistake in it, a progress bar, and the question before
/// deleting.
fn journal_form(locale: Locale) -> Markup {
    let name = [("name", Argument::Text("JE-7"))];
    let question = locale.text_with("record-delete-question", &name);
    let verifying = locale.text("backup-progress-verifying");
    html! {
        (layout::heading(&locale.text("form-new-journal-entry"), html! {}))
        (forms::form("/x", true, html! {
            div .panel {
                div .fields { (heading_fields(locale)) }
                (forms::multi_line(&Field {
                    name: "narration",
                    label: &locale.text("field-Narration"),
                    value: "</textarea><script>",
                    ..Field::default()
                }, 2))
                (journal_lines(locale))
                (closing_fields(locale))
            }
            (forms::submit(locale, &locale.text("button-save"), Some("/back")))
        }))
        (tables::progress(locale, "/progress", &verifying, Some(620)))
        (forms::delete_confirmation(locale, "/delete", &question))
    }
}

/// The fields above the lines; the amount is one that could mean two things.
fn heading_fields(locale: Locale) -> Markup {
    let wrong = locale.error(
        "amount-ambiguous",
        &[
            ("text", "1.234".to_owned()),
            ("decimal-sign", ",".to_owned()),
        ],
    );
    html! {
        (forms::date(&Field {
            name: "date",
            label: &locale.text("field-Date"),
            value: "21/11/2026",
            required: true,
            ..Field::default()
        }))
        (forms::text(&Field {
            name: "reference",
            label: &locale.text("field-Reference"),
            hint: Some(&locale.text("form-reference-hint")),
            ..Field::default()
        }))
        (forms::amount(&Field {
            name: "amount",
            label: &locale.text("field-Amount"),
            value: "1.234",
            error: Some(&wrong),
            ..Field::default()
        }))
    }
}

/// The fields below the lines.
fn closing_fields(locale: Locale) -> Markup {
    html! {
        (forms::checkbox(&Field {
            name: "inactive",
            label: &locale.text("form-inactive"),
            hint: Some(&locale.text("form-inactive-hint")),
            ..Field::default()
        }, true))
        (forms::file(&Field {
            name: "files",
            label: &locale.text("attachments-add"),
            hint: Some(&locale.text("attachments-add-hint")),
            ..Field::default()
        }, "", true))
    }
}

/// The heading of a column of amounts.
fn amounts(label: &str) -> Heading<'_> {
    Heading {
        label,
        amounts: true,
        ..Heading::default()
    }
}

/// The table of lines.
fn journal_lines(locale: Locale) -> Markup {
    let rows = [line(locale, "0"), line(locale, "1")];
    let template = line(locale, LINE_INDEX);
    let headings = [
        locale.text("field-Account"),
        locale.text("field-Debit"),
        locale.text("field-Credit"),
    ];
    let lines = Lines {
        headings: &[
            Heading {
                label: &headings[0],
                kind: "choice",
                ..Heading::default()
            },
            amounts(&headings[1]),
            amounts(&headings[2]),
        ],
        rows: &rows,
        template: &template,
        totals: None,
        error: None,
    };
    forms::lines(locale, &lines)
}

/// The Businesses screen.
fn businesses(locale: Locale) -> String {
    let columns = [
        Column::words(locale.text("businesses-column-name")),
        Column::amounts(locale.text("businesses-column-size")),
        Column::words(locale.text("businesses-column-changed")),
        Column::words(locale.text("businesses-column-backup")),
        Column::words(locale.text("list-column-actions")),
    ];
    let at: jiff::Timestamp = "2026-11-20T19:00:00Z".parse().unwrap();
    let rows = ["ঢাকা মুদি দোকান", "Zatca Demo مؤسسة", "Chez Zoé"].map(|name| {
        let arguments = [("name", Argument::Text(name))];
        let question = locale.text_with("businesses-remove-question", &arguments);
        html! { tr {
            td { a href="#" { (user_text(name)) } }
            td .end { (locale.bytes(4_182_016)) }
            td .nowrap { (locale.instant(at, "Asia/Dhaka")) }
            td { (tables::badge(BadgeKind::Warning, &locale.text("businesses-backup-never"))) }
            td { (forms::confirmation(locale, "/x", &locale.text("businesses-remove"), &question)) }
        } }
    });
    let title = locale.text("businesses-title");
    let body = html! {
        (layout::heading(&title, html! {
            a .button href="#" { (locale.text("businesses-import")) }
            a .button .primary href="#" { (locale.text("businesses-create")) }
        }))
        (tables::table(&title, &columns, &rows, None))
        p { a href="/trash" { (locale.text("trash-link")) } }
    };
    render(&Page {
        locale,
        title: &title,
        business: None,
        body,
        notice: None,
        account: None,
        path: "/",
    })
    .into_string()
}

#[test]
fn a_page_says_its_language_and_hides_nothing_from_keyboards() {
    let locale = Locale {
        digits: Digits::Native,
        ..Locale::new(Language::Bengali)
    };
    let page = business_page(locale, "مؤسسة <i>", list(locale), None);
    for part in [
        "<!DOCTYPE html><html lang=\"bn\" dir=\"ltr\">",
        "<a class=\"skip-link\" href=\"#main\">",
        "<main id=\"main\"",
        "<bdi dir=\"auto\">مؤسسة &lt;i&gt;</bdi>",
        "<bdi dir=\"auto\">&lt;b&gt;Acme&lt;/b&gt;</bdi>",
        "action=\"/preferences\"",
        "name=\"back\" value=\"/businesses/1/SalesInvoice?page=2\"",
        "<option value=\"bn\" lang=\"bn\" selected>বাংলা</option>",
        "<option value=\"native\" selected>",
        "<a href=\"/businesses/1/SalesInvoice\" aria-current=\"page\">",
        "১,২০৪",
    ] {
        assert!(page.contains(part), "the page lacks {part}");
    }
    assert!(!page.contains("<b>Acme"), "a user's markup was obeyed");
    assert!(
        !page.contains("style=") && !page.contains("onclick"),
        "the content security policy forbids inline style and script"
    );
}

#[test]
fn an_error_stands_beside_the_field_that_caused_it() {
    let locale = Locale::new(Language::French);
    let form = journal_form(locale).into_string();
    assert!(form.contains("name=\"amount\" value=\"1.234\" inputmode=\"decimal\""));
    assert!(form.contains("aria-invalid=\"true\" aria-describedby=\"amount-error\""));
    assert!(form.contains("<p class=\"field-error\" id=\"amount-error\">"));
    assert!(form.contains("aria-describedby=\"reference-hint\""));
    assert!(form.contains("&lt;/textarea&gt;&lt;script&gt;"));
    assert!(
        form.contains("name=\"lines[__index__].account\"")
            && form.contains("name=\"lines[1].debit\"")
    );
    assert!(
        !form.contains("type=\"number\""),
        "number fields drop Bengali digits"
    );
}

#[test]
fn an_error_page_is_a_whole_document() {
    let locale = Locale::new(Language::Spanish);
    let page = error_page(locale, &locale.text("not-found-title"), "x < y").into_string();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"es\""));
    assert!(page.contains("x &lt; y") && page.contains("Volver a Empresas"));
}

#[test]
fn sample_pages_can_be_looked_at() {
    let bengali = Locale {
        digits: Digits::Native,
        ..Locale::new(Language::Bengali)
    };
    let notice = |locale: Locale| {
        Some(Notice {
            kind: NoticeKind::Success,
            text: locale.text("notice-saved"),
        })
    };
    let english = Locale::default();
    let french = Locale::new(Language::French);
    let hindi = Locale::new(Language::Hindi);
    let samples = [
        (
            "list-en",
            business_page(
                english,
                "مؤسسة النور للتجارة",
                list(english),
                notice(english),
            ),
        ),
        (
            "list-bn",
            business_page(bengali, "ঢাকা মুদি দোকান", list(bengali), None),
        ),
        (
            "form-fr",
            business_page(
                french,
                "Chez Zoé",
                journal_form(french),
                Some(Notice {
                    kind: NoticeKind::Error,
                    text: french.text("form-has-errors"),
                }),
            ),
        ),
        ("businesses-hi", businesses(hindi)),
        ("businesses-bn", businesses(bengali)),
    ];
    for (name, page) in &samples {
        assert!(page.ends_with("</html>"), "{name} is cut off");
    }
    let Some(folder) = std::env::var_os("TIJORI_SAMPLE_PAGES") else {
        return;
    };
    for (name, page) in samples {
        for theme in ["light", "dark"] {
            let style =
                String::from_utf8_lossy(pages::assets::asset("style.css").unwrap().1).into_owned();
            let page = page
                .replace("<html ", &format!("<html data-theme=\"{theme}\" "))
                .replace("</head>", &format!("<style>{style}</style></head>"));
            std::fs::write(
                std::path::Path::new(&folder).join(format!("{name}-{theme}.html")),
                page,
            )
            .unwrap();
        }
    }
}
