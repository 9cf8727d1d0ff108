//! A damaged file: refused, shown with what is whole and what is lost, and rescued by choice only
//! (docs/SPEC-rescue.md, section 6).

use crate::world::World;
use axum::http::StatusCode;
use testkit::sample_files;

/// Where the page of the refusal leads to.
pub fn offered(page: &str) -> String {
    let rest = page.split("href=\"/rescues/").nth(1).expect("an offer");
    let id = rest.split('"').next().expect("its number");
    format!("/rescues/{id}")
}

/// A file whose end is missing.
pub fn damaged(world: &World) -> Vec<u8> {
    let mut bytes = world.made("Corner Shop", sample_files::small_business_file);
    // The page with the index of kinds: every record can still be read.
    let end = bytes.len();
    bytes.truncate(end - 100);
    bytes
}

#[tokio::test]
async fn nothing_is_rescued_before_it_was_seen_and_ticked() {
    let world = World::new();
    let answer = world.upload("Corner Shop.manager", &damaged(&world)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let rescue = offered(&answer.text());
    let page = world.get(&rescue).await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    for told in ["Certain", "Uncertain", "Lost", "INV-1", "nothing proves"] {
        assert!(text.contains(told), "{told}");
    }
    let confirmation = format!("{rescue}/confirmation");
    let refused = world.post(&confirmation, &[("name", "Saved")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(world.businesses_count(), 0);
    let list = world.get(&format!("{rescue}/list/csv")).await;
    assert!(list.text().contains("uncertain,Objects,SalesInvoice"));
    let list = world.get(&format!("{rescue}/list/json")).await;
    assert!(list.text().contains("\"reason\""));
    assert_eq!(
        world.get(&format!("{rescue}/list/xml")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_rescued_business_says_what_it_is() {
    let world = World::new();
    let answer = world.upload("Corner Shop.manager", &damaged(&world)).await;
    let rescue = offered(&answer.text());
    let confirmation = format!("{rescue}/confirmation");
    let ticked = [("name", "Saved <shop>"), ("accepted", "on")];
    let done = world.post(&confirmation, &ticked).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let business = done.location();
    let summary = world.get(&business).await.text();
    assert!(summary.contains("Rescued from a damaged file"), "{summary}");
    assert!(summary.contains("Saved &lt;shop&gt;"));
    let page = world.get(&format!("{business}/rescue")).await;
    assert!(page.text().contains("INV-1"));
    let list = world.get(&format!("{business}/rescue/list/csv")).await;
    assert_eq!(list.status, StatusCode::OK);
    // Nobody brings it over twice.
    let again = world.post(&confirmation, &ticked).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    assert_eq!(world.businesses_count(), 1);
}

#[tokio::test]
async fn what_holds_nothing_is_refused_without_an_offer() {
    let world = World::new();
    let letter = world.made("letter", sample_files::text);
    let answer = world.upload("letter.manager", &letter).await;
    assert!(!answer.text().contains("/rescues/"));
    assert_eq!(world.scratch_count(), 0);
}
