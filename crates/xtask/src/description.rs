//! The operations of an `OpenAPI` description, as far as a request needs them.

use serde_json::Value;

const VERBS: [&str; 7] = ["get", "put", "post", "delete", "patch", "head", "options"];

/// An operation of the description.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Described {
    /// The verb in capitals.
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) parameters: Vec<Parameter>,
    /// True where a request may have a body.
    pub(crate) has_body: bool,
    /// The status of its first good answer, such as `200`.
    pub(crate) status: String,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    /// `path`, `query` or `header`.
    pub(crate) place: String,
    /// A value that it may have, where the description names one.
    pub(crate) sample: Option<Value>,
}

/// Every operation in the order of the description.
pub(crate) fn operations(description: &Value) -> Result<Vec<Described>, String> {
    let paths = description["paths"]
        .as_object()
        .ok_or("the description has no paths")?;
    let mut all = Vec::new();
    for (path, item) in paths {
        for verb in VERBS {
            let Some(operation) = item.get(verb) else {
                continue;
            };
            let own = operation["parameters"].as_array();
            let shared = item["parameters"].as_array();
            let parameters = own.into_iter().chain(shared).flatten();
            all.push(Described {
                method: verb.to_uppercase(),
                path: path.clone(),
                parameters: parameters
                    .flat_map(|parameter| read(description, parameter))
                    .collect(),
                has_body: operation.get("requestBody").is_some(),
                status: status(&operation["responses"]),
            });
        }
    }
    Ok(all)
}

/// What a reference within the description stands for.
fn resolve<'v>(description: &'v Value, value: &'v Value) -> &'v Value {
    value["$ref"]
        .as_str()
        .and_then(|target| description.pointer(target.strip_prefix('#')?))
        .unwrap_or(value)
}

/// A parameter; or those that an object in the query consists of, where each of its fields is one.
fn read(description: &Value, parameter: &Value) -> Vec<Parameter> {
    let parameter = resolve(description, parameter);
    let schema = resolve(description, &parameter["schema"]);
    let text = |name: &str| parameter[name].as_str().unwrap_or_default().to_owned();
    let (place, style) = (text("in"), text("style"));
    let fields = schema["properties"].as_object();
    if let Some(fields) = fields.filter(|_| place == "query" && style != "deepObject") {
        let fields = fields.iter().map(|(name, schema)| Parameter {
            name: name.clone(),
            place: place.clone(),
            sample: of_schema(description, schema),
        });
        return fields.collect();
    }
    let given = sample(parameter).filter(|value| {
        let words = schema["enum"].as_array();
        words.is_none_or(|words| words.contains(value))
    });
    let sample = match given.or_else(|| of_schema(description, schema)) {
        Some(Value::String(list)) if schema["type"] == "array" => {
            Some(list.split(',').map(Value::from).collect())
        }
        other => other,
    };
    vec![Parameter {
        name: text("name"),
        place,
        sample,
    }]
}

/// The example that a parameter or a schema gives.
fn sample(of: &Value) -> Option<Value> {
    let named = of["examples"].as_object();
    let first_named = named.and_then(|all| all.values().next()?.get("value"));
    let listed = of["examples"].as_array().and_then(|all| all.first());
    of.get("example").or(first_named).or(listed).cloned()
}

fn of_schema(description: &Value, schema: &Value) -> Option<Value> {
    let schema = resolve(description, schema);
    let chosen = schema["enum"].as_array().and_then(|all| all.first());
    let either = schema["oneOf"].as_array().and_then(|all| all.first());
    sample(schema)
        .or_else(|| chosen.or(schema.get("minimum")).cloned())
        .or_else(|| schema.get("default").cloned())
        .or_else(|| match schema["type"].as_str() {
            Some("array") => {
                of_schema(description, &schema["items"]).map(|value| Value::Array(vec![value]))
            }
            Some("object") => {
                let fields = schema["properties"].as_object()?.iter();
                let known = fields.filter_map(|(name, field)| {
                    Some((name.clone(), of_schema(description, field)?))
                });
                Some(Value::Object(known.collect()))
            }
            Some("integer") => Some(1.into()),
            _ => either.and_then(|schema| of_schema(description, schema)),
        })
}

fn status(responses: &Value) -> String {
    let mut all: Vec<&str> = responses
        .as_object()
        .into_iter()
        .flat_map(|responses| responses.keys().map(String::as_str))
        .collect();
    all.sort_unstable();
    all.first().copied().unwrap_or("200").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn parameters_are_read_through_references() {
        let description = json!({
            "paths": {"/a/{id}": {
                "parameters": [{"name": "id", "in": "path", "schema": {"type": "integer"}}],
                "get": {
                    "requestBody": {},
                    "parameters": [{"$ref": "#/components/parameters/kind"},
                        {"name": "look", "in": "query", "schema": {"type": "object", "properties": {
                            "rows": {"type": "integer"}}}},
                        {"name": "way", "in": "query", "example": "Burn", "schema": {"enum": ["burn"]}},
                        {"name": "ids", "in": "query", "schema": {"type": "array", "items": {"enum": [4, 5]}}}],
                    "responses": {"404": {}, "201": {}}
                }
            }},
            "components": {"parameters": {
                "kind": {"name": "kind", "in": "query", "schema": {"type": "string"},
                    "examples": {"one": {"value": "word"}}}
            }}
        });
        let all = operations(&description).unwrap();
        let parameter = |name: &str, place: &str, sample: Value| Parameter {
            name: name.into(),
            place: place.into(),
            sample: Some(sample),
        };
        assert_eq!(
            all,
            [Described {
                method: "GET".into(),
                path: "/a/{id}".into(),
                parameters: vec![
                    parameter("kind", "query", json!("word")),
                    parameter("rows", "query", json!(1)),
                    parameter("way", "query", json!("burn")),
                    parameter("ids", "query", json!([4])),
                    parameter("id", "path", json!(1)),
                ],
                has_body: true,
                status: "201".into(),
            }]
        );
        assert!(operations(&json!({})).is_err());
    }
}
