//! What an address lets through may name something else that was not allowed: what a new record is
//! copied from, what an email sends. It is refused there (security.md U8, S41).

use crate::access::{Server, member};
use axum::http::StatusCode;
use books::Key;
use users::{Areas, Level, Rights};

#[tokio::test]
async fn nothing_is_reached_through_a_form_of_something_else() {
    let server = Server::new();
    let rahima = server.signed_in("rahima").await;
    let (business, customer) = server.business(&rahima, "Dokan").await;
    let clerk = Level::Custom(Areas::from([
        ("suppliers".to_owned(), Rights::ALL),
        ("sales-invoices".to_owned(), Rights::ALL),
        ("emails".to_owned(), Rights::ALL),
    ]));
    server.add(2, "clerk", member(&[(&business, clerk)]));
    let clerk = server.signed_in("clerk").await;
    let form = format!("{business}/records/suppliers/new?copied-from={customer}");
    let copied = server.get(&clerk, &form).await;
    assert_eq!(copied.status, StatusCode::FORBIDDEN);
    assert!(!copied.text().contains("Karim"));
    let form = format!("Name=Mine&copied-from={customer}&base=00");
    let path = format!("{business}/records/suppliers");
    let copied = server.ask(&clerk, "POST", &path, &form).await;
    assert_eq!(copied.status, StatusCode::FORBIDDEN);
    let path = format!("{business}/records/suppliers/calculation?record={customer}");
    let reckoned = server.ask(&clerk, "POST", &path, "Name=x").await;
    assert_eq!(reckoned.status, StatusCode::FORBIDDEN);
    enter_account(&server, &business);
    for part in [
        format!("emails/new?record={customer}"),
        "emails/new?report=trial-balance".to_owned(),
        "emails/statements/new".to_owned(),
    ] {
        let answer = server.get(&clerk, &format!("{business}/{part}")).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{part}");
        assert!(!answer.text().contains("Karim"), "{part}");
        let allowed = server.get(&rahima, &format!("{business}/{part}")).await;
        assert_eq!(allowed.status, StatusCode::OK, "{part}");
    }
}

/// A mail account, without which no email is written at all.
fn enter_account(server: &Server, business: &str) {
    let key: Option<Key> = business.rsplit('/').next().and_then(|it| it.parse().ok());
    let app = &server.world.app;
    let opened = app.store.open(key.expect("a key")).expect("the business");
    let from = mail::Mailbox::parse("dokan@example.com").expect("an address");
    let settings = mail::MailSettings::new("smtp.example.com", from);
    let vault = app.mailroom.vault().expect("a vault");
    let stamp = web::stamp::stamp(app, "Asia/Dhaka").expect("a stamp");
    mail::save_settings(&vault, opened.as_ref(), &settings, &stamp).expect("an account");
}
