//! Creating, listing, removing and restoring businesses.

use crate::world::World;
use axum::http::StatusCode;

#[tokio::test]
async fn an_empty_program_invites_to_create_or_import() {
    let world = World::new();
    let page = world.page("/").await;
    assert!(
        page.contains("/businesses/new") && page.contains("/imports/new"),
        "{page}"
    );
    assert!(page.contains("There are no businesses here yet"));
}

#[tokio::test]
async fn a_created_business_opens_on_its_summary_and_is_listed_with_its_size() {
    let world = World::new();
    let business = world.business("Riverside Bakery & Sons").await;
    let summary = world.page(&business).await;
    assert!(summary.contains("Riverside Bakery &amp; Sons"));
    assert!(summary.contains(&format!("{business}/backups/new")));
    let list = world.page("/").await;
    assert!(
        list.contains("Riverside Bakery &amp; Sons") && list.contains(" kB"),
        "{list}"
    );
    assert!(list.contains("No backup yet"));
}

#[tokio::test]
async fn a_new_business_has_accounts_in_the_language_of_its_maker() {
    let world = World::new();
    let request = axum::http::Request::post("/businesses")
        .header("host", crate::world::HOST)
        .header("cookie", "language=bn")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from("name=Dokan&country=BD"))
        .expect("a request");
    let business = world.send(request).await.location();
    let key: books::Key = business
        .rsplit('/')
        .next()
        .expect("a key")
        .parse()
        .expect("a key");
    let opened = world.app.store.open(key).expect("the business");
    let reader = opened.read().expect("a moment");
    let mut titles = Vec::new();
    reader
        .each_object(None, &mut |object| {
            titles.extend(interchange::title(&object));
            Ok(())
        })
        .expect("the records");
    let sales = pages::Locale::new(pages::Language::Bengali).text("account-Sales");
    assert!(titles.contains(&sales), "{titles:?}");
    let profile = reader.profile().expect("the profile");
    assert_eq!(profile.time_zone, "Asia/Dhaka");
    assert_eq!(profile.country.as_deref(), Some("BD"));
}

/// The tabs of a business, as the addresses they lead to below it.
async fn tabs(world: &World, business: &str) -> Vec<String> {
    let page = world.page(business).await;
    let tabs = page
        .split("<nav")
        .find(|part| part.contains("class=\"tabs\""));
    let tabs = tabs.expect("the tabs").split("</nav").next().expect("tabs");
    tabs.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter_map(|href| href.strip_prefix(business))
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn a_business_made_without_a_choice_has_the_four_tabs_and_the_way_to_more() {
    let world = World::new();
    let form = [("name", "Shop"), ("country", "BD")];
    let business = world.post("/businesses", &form).await.location();
    let four = [
        "",
        "/records/journal-entries",
        "/reports",
        "/settings",
        "/settings/customize",
    ];
    assert_eq!(tabs(&world, &business).await, four);
}

#[tokio::test]
async fn the_form_offers_the_everyday_tabs_and_keeps_what_stays_ticked() {
    let world = World::new();
    let form = world.page("/businesses/new").await;
    for slug in ["receipts", "sales-invoices", "inventory-items"] {
        let ticked = format!("name=\"tab[{slug}]\" value=\"on\" checked");
        assert!(form.contains(&ticked), "{slug}: {form}");
    }
    let business = world.business("Shop").await;
    let shown = tabs(&world, &business).await;
    assert!(shown.contains(&"/records/receipts".to_owned()), "{shown:?}");
    assert!(!shown.contains(&"/records/inventory-items".to_owned()));
    let refused = [("name", ""), ("country", "BD"), ("tab[payments]", "on")];
    let again = world.post("/businesses", &refused).await.text();
    assert!(again.contains("name=\"tab[payments]\" value=\"on\" checked"));
    assert!(!again.contains("name=\"tab[receipts]\" value=\"on\" checked"));
}

#[tokio::test]
async fn errors_stand_beside_their_fields_and_nothing_is_made() {
    let world = World::new();
    let form = [
        ("name", "  "),
        ("currency", "QQQ"),
        ("time_zone", "Mars/Base"),
    ];
    let answer = world.post("/businesses", &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    for field in ["name", "currency", "time_zone"] {
        assert!(
            page.contains(&format!("id=\"{field}-error\"")),
            "{field}: {page}"
        );
    }
    assert_eq!(world.businesses_count(), 0);
}

#[tokio::test]
async fn a_name_in_use_is_refused_beside_the_field() {
    let world = World::new();
    world.business("Shop").await;
    let answer = world
        .post("/businesses", &[("name", "Shop"), ("country", "BD")])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("already here"));
    assert_eq!(world.businesses_count(), 1);
}

#[tokio::test]
async fn a_removed_business_lies_in_trash_and_comes_back_as_it_was() {
    let world = World::new();
    let business = world.business("Shop").await;
    let trash = world
        .post(&format!("{business}/removal"), &[])
        .await
        .location();
    assert!(world.page(&trash).await.contains("is in Trash now"));
    assert_eq!(world.get(&business).await.status, StatusCode::NOT_FOUND);
    let key = business.rsplit('/').next().expect("a key");
    let back = world
        .post(&format!("/trash/{key}/restoration"), &[])
        .await
        .location();
    assert!(world.page(&back).await.contains("has been restored"));
    let trail = world.page(&format!("{business}/history")).await;
    assert!(
        trail.contains("Moved to Trash") && trail.contains("Restored from Trash"),
        "{trail}"
    );
}

#[tokio::test]
async fn names_are_sorted_as_people_do() {
    let world = World::new();
    for name in ["Shop 10", "Étal", "Shop 9", "Zoo"] {
        world.business(name).await;
    }
    let page = world.page("/").await;
    let places: Vec<usize> = ["Étal", "Shop 9", "Shop 10", "Zoo"]
        .iter()
        .map(|name| page.find(&format!(">{name}<")).expect("the name"))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[tokio::test]
async fn every_tab_of_a_new_business_opens() {
    let world = World::new();
    let business = world.business("Shop").await;
    let summary = world.page(&business).await;
    let tabs: Vec<&str> = summary
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with("/businesses/"))
        .collect();
    assert!(tabs.len() > 8, "{tabs:?}");
    for tab in tabs {
        let answer = world.get(tab).await;
        assert_eq!(answer.status, StatusCode::OK, "{tab}");
    }
}

#[tokio::test]
async fn a_business_that_cannot_be_opened_is_shown_with_its_fault() {
    let world = World::new();
    let key = books::Key::from_random([9; 16]);
    let file = world
        .folder
        .path()
        .join("data/businesses")
        .join(format!("{key}.sqlite"));
    std::fs::write(
        &file,
        b"not a database at all, and long enough to be read as one",
    )
    .expect("a file");
    let list = world.page("/").await;
    assert!(
        list.contains("This business cannot be opened now"),
        "{list}"
    );
    let answer = world.get(&format!("/businesses/{key}")).await;
    assert!(answer.status.is_server_error(), "{}", answer.status);
    assert!(answer.text().contains("<!DOCTYPE html>"));
}
