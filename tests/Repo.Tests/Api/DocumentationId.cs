using System.Reflection;

namespace RingPerf.Repo.Tests.Api;

/// <summary>The id under which the compiler documents a member.</summary>
/// <remarks>Source: C# language specification, annex D.4.2, ID string format.</remarks>
internal static class DocumentationId
{
    internal static string Of(Type type) => $"T:{Name(type)}";

    internal static string Of(FieldInfo field) => $"F:{Name(field.DeclaringType!)}.{field.Name}";

    internal static string Of(PropertyInfo property) =>
        $"P:{Name(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}";

    internal static string Of(ConstructorInfo constructor) =>
        $"M:{Name(constructor.DeclaringType!)}.#ctor{Parameters(constructor.GetParameters())}";

    internal static string Of(MethodInfo method)
    {
        string arity = method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";
        return $"M:{Name(method.DeclaringType!)}.{method.Name}{arity}{Parameters(method.GetParameters())}";
    }

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Argument(parameter.ParameterType)))})";

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Argument(Type type)
    {
        if (type.IsByRef)
        {
            return Argument(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return Argument(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        return type.IsGenericType
            ? $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Argument))}}}"
            : Name(type);
    }
}
