//! Kept figures against figures posted afresh: they must never differ.

#[cfg(test)]
mod any_records;
#[cfg(test)]
mod any_stock;
#[cfg(test)]
mod equal;
#[cfg(test)]
mod following;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod one_customer;
#[cfg(test)]
mod settled;
