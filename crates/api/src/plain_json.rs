//! Records as JSON and back: the plain form of `interchange`, in another dress.

use interchange::Plain;
use serde_json::Value;

/// The plain form as JSON.
pub fn to_json(plain: &Plain) -> Value {
    match plain {
        Plain::Null => Value::Null,
        Plain::Flag(flag) => Value::Bool(*flag),
        Plain::Integer(number) => Value::from(*number),
        Plain::Text(text) => Value::String(text.clone()),
        Plain::List(values) => Value::Array(values.iter().map(to_json).collect()),
        Plain::Map(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), to_json(value)))
            .collect(),
    }
}

/// JSON as the plain form. A number that is no whole number is taken as its text, so that no
/// digit passes through a floating-point number.
pub fn from_json(value: &Value) -> Plain {
    match value {
        Value::Null => Plain::Null,
        Value::Bool(flag) => Plain::Flag(*flag),
        Value::Number(number) => number
            .as_i64()
            .map_or_else(|| Plain::Text(number.to_string()), Plain::Integer),
        Value::String(text) => Plain::Text(text.clone()),
        Value::Array(values) => Plain::List(values.iter().map(from_json).collect()),
        Value::Object(members) => Plain::Map(
            members
                .iter()
                .map(|(name, value)| (name.clone(), from_json(value)))
                .collect(),
        ),
    }
}
