//! The Businesses screen, and creating a business.

mod countries;
mod create;
mod currencies;
mod first_tabs;
mod list;
mod new_business;
mod starting_records;

pub use countries::{Country, countries, country, time_zone_of};
pub(crate) use countries::{country_name, named_countries};
pub(crate) use create::zone_field;
pub use currencies::{Currency, currencies, currency};
pub use new_business::{FieldError, NewBusiness, create_business};

use crate::Shared;
use axum::Router;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(list::list_businesses))
        .route("/businesses", post(create::save_business))
        .route("/businesses/new", get(create::new_business))
}
