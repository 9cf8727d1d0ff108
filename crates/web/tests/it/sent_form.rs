//! The form that a page shows, as a browser would send it untouched.

/// What a browser would send for the form that a page shows.
pub fn filled_form(page: &str) -> Vec<(String, String)> {
    let start = page.find("<form class=\"form\"").expect("a form");
    let form = &page[start..];
    let form = &form[..form.find("</form>").expect("its end")];
    // The template of an empty line is not part of what is sent.
    let form = match (form.find("<template"), form.find("</template>")) {
        (Some(from), Some(to)) => format!("{}{}", &form[..from], &form[to..]),
        _ => form.to_owned(),
    };
    let mut pairs = Vec::new();
    for (at, _) in form.match_indices('<') {
        let tag = &form[at..at + form[at..].find('>').expect("a whole tag")];
        let Some(name) = attribute(tag, "name") else {
            continue;
        };
        if tag.starts_with("<input") {
            let kind = attribute(tag, "type");
            let is_choice = matches!(kind.as_deref(), Some("checkbox" | "radio"));
            let ticked = !is_choice || tag.contains(" checked");
            if ticked {
                pairs.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        } else if tag.starts_with("<textarea") {
            let rest = &form[at + tag.len() + 1..];
            let text = &rest[..rest.find("</textarea>").expect("its end")];
            let text = text.strip_prefix('\n').unwrap_or(text);
            pairs.push((name, unescaped(text).replace('\n', "\r\n")));
        } else if tag.starts_with("<select") {
            let rest = &form[at..];
            let rest = &rest[..rest.find("</select>").expect("its end")];
            let chosen = rest
                .match_indices("<option")
                .map(|(at, _)| &rest[at..at + rest[at..].find('>').expect("a whole tag")])
                .find(|option| option.contains(" selected"))
                .or_else(|| {
                    let at = rest.find("<option")?;
                    Some(&rest[at..at + rest[at..].find('>')?])
                });
            let value = chosen.and_then(|option| attribute(option, "value"));
            pairs.push((name, value.unwrap_or_default()));
        }
    }
    pairs
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let marker = format!(" {name}=\"");
    let at = tag.find(&marker)? + marker.len();
    Some(unescaped(&tag[at..at + tag[at..].find('"')?]))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
