//! Two people, one page of settings: the second is told and loses nothing (SPEC-users.md, 6.3).

use crate::sent_form::filled_form;
use crate::world::World;
use axum::http::StatusCode;

/// The form of a page with one field changed.
async fn filled(world: &World, page: &str, name: &str, value: &str) -> Vec<(String, String)> {
    let mut pairs = filled_form(&world.page(page).await);
    assert!(
        pairs.iter().any(|(field, _)| field == "base"),
        "{page} says what it is made from"
    );
    pairs.retain(|(field, _)| field != name);
    pairs.push((name.to_owned(), value.to_owned()));
    pairs
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// Two forms are opened, both are sent; what the second is answered.
async fn second_is_told(page: &str, name: &str, [first, second]: [&str; 2]) -> (World, String) {
    let world = World::new();
    let business = world.business("Dokan").await;
    let page = format!("{business}/settings/{page}");
    let one = filled(&world, &page, name, first).await;
    let other = filled(&world, &page, name, second).await;
    let saved = world.post(&page, &borrowed(&one)).await;
    assert!(saved.location().ends_with("?saved=1"));
    let told = world.post(&page, &borrowed(&other)).await;
    assert_eq!(told.status, StatusCode::CONFLICT, "{}", told.text());
    let text = told.text();
    assert!(text.contains("Somebody changed these settings"), "{text}");
    // Saving again is a decision: the form is made from what is there now.
    let again = filled_form(&text);
    let saved = world.post(&page, &borrowed(&again)).await;
    assert!(saved.location().ends_with("?saved=1"));
    (world, text)
}

#[tokio::test]
async fn business_details_come_back_with_both_versions() {
    let (_, told) =
        second_is_told("business-details", "name", ["Rahim & Sons", "Rahima Ltd"]).await;
    assert!(
        told.contains("Rahim &amp; Sons") && told.contains("value=\"Rahima Ltd\""),
        "{told}"
    );
    assert!(
        told.contains("Saved now") && told.contains("As you typed it"),
        "{told}"
    );
}

#[tokio::test]
async fn formats_come_back_with_what_was_chosen() {
    let (_, told) = second_is_told(
        "date-and-number-format",
        "dates",
        ["dd.MM.yyyy", "yyyy-MM-dd"],
    )
    .await;
    assert!(told.contains("value=\"yyyy-MM-dd\" selected"), "{told}");
}

#[tokio::test]
async fn ticked_tabs_come_back_as_they_were_ticked() {
    let (_, told) = second_is_told("customize", "tab", ["customers", "suppliers"]).await;
    let ticked = told.split("value=\"suppliers\"").nth(1).expect("the tab");
    assert!(ticked.trim_start().starts_with("checked"), "{told}");
}

#[tokio::test]
async fn a_lock_date_is_not_moved_over_another_one_unseen() {
    let world = World::new();
    let business = world.business("Dokan").await;
    let page = format!("{business}/settings/lock-date");
    let one = filled(&world, &page, "date", "2026-03-31").await;
    let other = filled(&world, &page, "date", "2026-06-30").await;
    world.post(&page, &borrowed(&one)).await.location();
    let told = world.post(&page, &borrowed(&other)).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = told.text();
    assert!(text.contains("Somebody changed these settings"), "{text}");
    assert!(
        text.contains("31 March 2026") && text.contains("2026-06-30"),
        "{text}"
    );
    let again = filled_form(&text);
    assert!(
        world
            .post(&page, &borrowed(&again))
            .await
            .location()
            .ends_with("?saved=1")
    );
}
