using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules.Catalogue;

/// <summary>Roundings by their names, in camel case.</summary>
internal sealed class PayRoundingConverter() : JsonStringEnumConverter<PayRounding>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
