//! The pages a bookkeeper sees: routes, forms, views.
