//! The page on which somebody becomes a subscriber: what is wrong stands beside its field.

use axum::body::to_bytes;
use catalog::Trouble;
use pages::{Language, Locale};
use portal::{SignUpTyped, sign_up_page};

async fn page(code: &str) -> String {
    let typed = SignUpTyped {
        firm: "Lamp Shop".to_owned(),
        email: "asha@lamp.example".to_owned(),
        ..SignUpTyped::default()
    };
    let wrong = Trouble::new(code, Vec::new());
    let answer = sign_up_page(Locale::new(Language::English), &typed, Some(&wrong));
    let bytes = to_bytes(answer.into_body(), 1_000_000).await;
    String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
}

/// SPEC-cloud.md, 8.4.
#[tokio::test]
async fn spec_8_4_what_is_wrong_stands_beside_its_field_and_typing_goes_on_there() {
    for (code, field) in [
        ("sign-up-firm", "firm"),
        ("sign-up-email", "email"),
        ("sign-up-refused", "email"),
        ("password-too-common", "password"),
    ] {
        let page = page(code).await;
        assert!(
            page.contains(&format!("id=\"{field}-error\"")),
            "{code}: {page}"
        );
        let input = page.split("<input").find(|it| it.contains(" autofocus"));
        let input = input.expect("a field to begin with");
        assert!(
            input.contains(&format!("name=\"{field}\"")),
            "{code}: {input}"
        );
        assert!(input.contains("aria-invalid=\"true\""), "{code}: {input}");
    }
    let busy = page("too-many-tries").await;
    assert!(!busy.contains("-error\""), "it is about no field: {busy}");
}
