package io.shopoms.sandbox.shopify.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Errors as Shopify writes them, with its codes. */
final class ErrorEnvelope implements DataFetcherExceptionHandler {

    private static final System.Logger LOG = System.getLogger(ErrorEnvelope.class.getName());

    private static final Map<ValidationErrorType, String> CODES = Map.of(
            ValidationErrorType.FieldUndefined, "undefinedField",
            ValidationErrorType.UnknownArgument, "argumentNotAccepted",
            ValidationErrorType.MissingFieldArgument, "missingRequiredArguments",
            ValidationErrorType.UnknownDirective, "undefinedDirective",
            ValidationErrorType.UndefinedVariable, "variableNotDefined",
            ValidationErrorType.UnusedVariable, "variableNotUsed",
            ValidationErrorType.VariableTypeMismatch, "variableMismatch",
            ValidationErrorType.WrongType, "argumentLiteralsIncompatible");

    static List<Map<String, Object>> shown(List<? extends GraphQLError> errors) {
        return errors.stream().map(ErrorEnvelope::shown).toList();
    }

    private static Map<String, Object> shown(GraphQLError error) {
        Map<String, Object> shown = new LinkedHashMap<>(error.toSpecification());
        if (error instanceof ValidationError validation) {
            shown.put(
                    "extensions",
                    Map.of("code", CODES.getOrDefault(validation.getValidationErrorType(), "invalidDocument")));
        }
        return shown;
    }

    static Map<String, Object> shown(AdminError error) {
        return Map.of("message", error.getMessage(), "extensions", error.extensions());
    }

    /** @param e what graphql-java says of a variable that does not fit its type */
    static Map<String, Object> invalidVariable(RuntimeException e) {
        return Map.of(
                "message",
                "Variable was provided invalid value (" + e.getMessage() + ")",
                "extensions",
                Map.of("code", "INVALID_VARIABLE", "problems", List.of(Map.of("explanation", e.getMessage()))));
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable error = parameters.getException();
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment());
        if (error instanceof AdminError known) {
            builder.message("%s", known.getMessage()).extensions(known.extensions());
        } else {
            LOG.log(System.Logger.Level.ERROR, "the simulated Admin API failed at " + parameters.getPath(), error);
            builder.message("Internal error. Looks like something went wrong on our end.")
                    .extensions(Map.of("code", "INTERNAL_SERVER_ERROR"));
        }
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                .error(builder.build())
                .build());
    }
}
