//! What a page offers to somebody who may not do it is taken out of it (SPEC-users.md, 2.6).
//!
//! Pages are made for whoever may do everything. On its way out each passes here: buttons and forms
//! that lead to an address which the gate would refuse go, by the same table that the gate uses. So
//! nothing is offered that fails, and no page has to think of it. A form that shows settings stays,
//! to be read, and cannot be filled in.

use axum::http::Method;

/// The page without what `may` says no to. Whatever is not understood stays as it is: the gate
/// decides in any case.
pub(super) fn without_refused(page: &str, may: &mut dyn FnMut(&Method, &str) -> bool) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (text, from_tag) = rest.split_at(at);
        kept.push_str(text);
        let Some(tag) = Tag::at(from_tag) else {
            kept.push('<');
            rest = from_tag.get(1..).unwrap_or_default();
            continue;
        };
        let after = from_tag.get(tag.whole.len()..).unwrap_or_default();
        rest = match tag.name {
            "a" => link(&mut kept, &tag, after, may),
            "form" => form(&mut kept, &tag, after, may),
            "details" => question(&mut kept, &tag, after, may),
            _ => {
                kept.push_str(tag.whole);
                after
            }
        };
    }
    kept.push_str(rest);
    kept
}

/// The beginning of an element, as our own pages write it: quoted values, in which `<`, `>` and `"`
/// are escaped.
struct Tag<'p> {
    whole: &'p str,
    name: &'p str,
}

impl<'p> Tag<'p> {
    fn at(page: &'p str) -> Option<Self> {
        let end = page.find('>')?;
        let whole = page.get(..=end)?;
        let inner = whole.get(1..end)?;
        let name = inner.split([' ', '\n', '\t', '/']).next()?;
        let is_name = !name.is_empty() && name.chars().all(|sign| sign.is_ascii_alphanumeric());
        is_name.then_some(Self { whole, name })
    }

    fn value(&self, attribute: &str) -> Option<&'p str> {
        let begin = format!(" {attribute}=\"");
        let from = self.whole.find(&begin)?.checked_add(begin.len())?;
        let value = self.whole.get(from..)?;
        value.split('"').next()
    }

    fn is_of_class(&self, class: &str) -> bool {
        self.value("class")
            .is_some_and(|all| all.split(' ').any(|one| one == class))
    }

    /// The path that this leads to here, with what is asked of it.
    fn path(&self, attribute: &str) -> Option<&'p str> {
        let address = self.value(attribute)?;
        let path = address.split('#').next()?;
        (path.starts_with('/') && !path.starts_with("//")).then_some(path)
    }
}

/// A link that looks like a button goes; another one stays as its words.
fn link<'p>(
    kept: &mut String,
    tag: &Tag<'_>,
    after: &'p str,
    may: &mut dyn FnMut(&Method, &str) -> bool,
) -> &'p str {
    let is_refused = tag
        .path("href")
        .is_some_and(|path| !may(&Method::GET, path));
    let Some((words, beyond)) = after.split_once("</a>").filter(|_| is_refused) else {
        kept.push_str(tag.whole);
        return after;
    };
    if tag.is_of_class("button") {
        return beyond;
    }
    // An item of a menu that is nothing but the link goes whole.
    if let (Some(before), Some(beyond)) = (kept.strip_suffix("<li>"), beyond.strip_prefix("</li>"))
    {
        kept.truncate(before.len());
        return beyond;
    }
    kept.push_str("<span>");
    kept.push_str(words);
    kept.push_str("</span>");
    beyond
}

/// A form of nothing but a button goes; another one stays to be read.
fn form<'p>(
    kept: &mut String,
    tag: &Tag<'_>,
    after: &'p str,
    may: &mut dyn FnMut(&Method, &str) -> bool,
) -> &'p str {
    let sends = tag.value("method") == Some("post");
    let is_refused = sends
        && tag
            .path("action")
            .is_some_and(|path| !may(&Method::POST, path));
    let Some((fields, beyond)) = after.split_once("</form>").filter(|_| is_refused) else {
        kept.push_str(tag.whole);
        return after;
    };
    if tag.is_of_class("inline") {
        return beyond;
    }
    kept.push_str(tag.whole);
    kept.push_str("<fieldset class=\"only-read\" disabled>");
    kept.push_str(&without_buttons(fields));
    kept.push_str("</fieldset></form>");
    beyond
}

/// A question before something grave goes with its form.
fn question<'p>(
    kept: &mut String,
    tag: &Tag<'_>,
    after: &'p str,
    may: &mut dyn FnMut(&Method, &str) -> bool,
) -> &'p str {
    let whole = after
        .split_once("</details>")
        .filter(|_| tag.is_of_class("confirmation"));
    let refused = whole.filter(|(inner, _)| {
        let at = inner.find("<form ");
        let form = at.and_then(|at| Tag::at(inner.get(at..)?));
        let action = form.and_then(|form| form.path("action"));
        action.is_some_and(|path| !may(&Method::POST, path))
    });
    match refused {
        Some((_, beyond)) => beyond,
        None => {
            kept.push_str(tag.whole);
            after
        }
    }
}

/// The fields of a form without its buttons, those that look like one among them.
fn without_buttons(fields: &str) -> String {
    let mut kept = String::with_capacity(fields.len());
    let mut rest = fields;
    while let Some(at) = rest.find('<') {
        let (text, from_tag) = rest.split_at(at);
        kept.push_str(text);
        let tag = Tag::at(from_tag);
        let end = tag.as_ref().and_then(|tag| match tag.name {
            "button" => Some("</button>"),
            "a" if tag.is_of_class("button") => Some("</a>"),
            _ => None,
        });
        rest = match end.and_then(|end| from_tag.split_once(end)) {
            Some((_, beyond)) => beyond,
            None => {
                kept.push('<');
                from_tag.get(1..).unwrap_or_default()
            }
        };
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str) -> String {
        without_refused(page, &mut |method, address| {
            let path = address.split('?').next().unwrap_or(address);
            !(path.ends_with("/edit") || path.ends_with("/new") || method == Method::POST)
        })
    }

    #[test]
    fn buttons_go_and_words_stay() {
        let page = "<p><a class=\"button primary\" href=\"/b/edit?x=1\"><svg></svg>Edit</a> \
                    <a href=\"/b/edit\">Karim &amp; Sons</a> <a href=\"/b/list\">All</a> \
                    <a class=\"button\" href=\"#files\">Files</a></p>";
        assert_eq!(
            shown(page),
            "<p> <span>Karim &amp; Sons</span> <a href=\"/b/list\">All</a> \
             <a class=\"button\" href=\"#files\">Files</a></p>"
        );
        let menu = "<ul><li><a href=\"/b/new\">Copy</a></li><li><a href=\"/b/x\">X</a></li></ul>";
        assert_eq!(shown(menu), "<ul><li><a href=\"/b/x\">X</a></li></ul>");
    }

    #[test]
    fn forms_are_read_and_not_filled_in() {
        let page = "<form class=\"form\" method=\"post\" action=\"/b/s\"><input name=\"a\">\
                    <button class=\"button\">Save</button></form>\
                    <form class=\"inline\" method=\"post\" action=\"/b/up\">x</form>\
                    <form method=\"get\" action=\"/b/list\"><button>Search</button></form>";
        assert_eq!(
            shown(page),
            "<form class=\"form\" method=\"post\" action=\"/b/s\">\
             <fieldset class=\"only-read\" disabled><input name=\"a\"></fieldset></form>\
             <form method=\"get\" action=\"/b/list\"><button>Search</button></form>"
        );
    }

    #[test]
    fn a_question_goes_with_its_form() {
        let page = "<details class=\"confirmation\"><summary>Delete</summary>\
                    <form class=\"confirmation-box\" method=\"post\" action=\"/b/d\">?</form>\
                    </details><details><summary>More</summary>…</details>";
        assert_eq!(shown(page), "<details><summary>More</summary>…</details>");
    }

    #[test]
    fn what_is_no_element_stays() {
        for page in [
            "a < b <",
            "<!DOCTYPE html><p>",
            "<a href=\"/b/edit\">open",
            "১ < ২ <3",
        ] {
            assert_eq!(shown(page), page);
        }
    }
}
