//! History: the list with its filters, an entry with its difference, and the imported trail.

use crate::world::World;
use axum::http::StatusCode;
use testkit::sample_files;

#[tokio::test]
async fn every_starting_record_has_its_entry_with_who_and_what() {
    let world = World::new();
    let business = world.business("Shop").await;
    let page = world.page(&format!("{business}/history")).await;
    assert!(
        page.contains("Business created") && page.contains("Rina Sen"),
        "{page}"
    );
    assert!(page.contains("+06:00"), "the business's own time");
    assert!(page.contains("Cash on hand"));
}

/// Whether a link leads to one entry of the trail.
fn is_entry(href: &str) -> bool {
    let number = href.split_once("/history/").map(|(_, number)| number);
    number.is_some_and(|number| number.starts_with(|first: char| first.is_ascii_digit()))
}

#[tokio::test]
async fn an_entry_shows_fields_by_name_and_nothing_before() {
    let world = World::new();
    let business = world.business("Shop").await;
    let list = world
        .page(&format!("{business}/history?kind=base-currency"))
        .await;
    let link = list
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|href| is_entry(href))
        .expect("an entry");
    let page = world.page(link).await;
    assert!(
        page.contains("Bangladeshi taka") && page.contains("BDT"),
        "{page}"
    );
    assert!(page.contains("(nothing)") && page.contains("Before") && page.contains("After"));
}

#[tokio::test]
async fn filters_let_only_their_entries_pass() {
    let world = World::new();
    let business = world.business("Shop").await;
    let hrefs = |page: &str| page.split("href=\"").map(str::to_owned).collect::<Vec<_>>();
    let count = |page: &str| hrefs(page).iter().filter(|href| is_entry(href)).count();
    let all = count(&world.page(&format!("{business}/history")).await);
    assert!(all > 10);
    for (query, expected) in [
        ("action=business-created", 1),
        ("kind=base-currency", 1),
        ("user=Nobody", 0),
        ("to=01/01/2020", 0),
        ("from=01/01/2020", all),
        ("user=Rina%20Sen", all),
        ("before=2", 1),
    ] {
        let page = world.page(&format!("{business}/history?{query}")).await;
        assert_eq!(count(&page), expected, "{query}");
    }
}

#[tokio::test]
async fn a_day_that_cannot_be_read_is_said_beside_its_field() {
    let world = World::new();
    let business = world.business("Shop").await;
    let page = world
        .page(&format!("{business}/history?from=yesterday"))
        .await;
    assert!(page.contains("id=\"from-error\""), "{page}");
}

#[tokio::test]
async fn an_entry_that_is_not_there_is_not_found() {
    let world = World::new();
    let business = world.business("Shop").await;
    for path in ["history/99999", "history/x", "history/imported/0"] {
        let answer = world.get(&format!("{business}/{path}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_other_program_s_trail_is_listed_with_its_difference() {
    let world = World::new();
    let file = world.made("small.manager", sample_files::small_business_file);
    let business = world.import("Shop.manager", &file).await;
    let trail = world.page(&format!("{business}/history")).await;
    assert!(trail.contains("/history/imported"), "{trail}");
    let list = world.page(&format!("{business}/history/imported")).await;
    assert!(list.contains("/history/imported/0"), "{list}");
    let page = world.page(&format!("{business}/history/imported/0")).await;
    assert!(page.contains("What changed"), "{page}");
}
