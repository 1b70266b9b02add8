package vn.canhbao.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;
import vn.canhbao.core.problem.NotFound;

/** Every error under {@code /api} as problem details (RFC 9457); pages are left to {@code PageErrors}. */
@RestControllerAdvice
@Order(10)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<Object> on(InvalidInput invalid, WebRequest request) throws Exception {
        return invalid(invalid, invalid.problems(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(ConflictingState conflict, WebRequest request) throws Exception {
        return answer(conflict, HttpStatus.CONFLICT, conflict.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(NotAllowed refused, WebRequest request) throws Exception {
        return answer(refused, HttpStatus.FORBIDDEN, refused.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(NotFound missing, WebRequest request) throws Exception {
        return answer(missing, HttpStatus.NOT_FOUND, missing.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(RuntimeException failure, WebRequest request) throws Exception {
        if (isApi(request)) {
            log.error("{} failed", request.getDescription(false), failure);
        }
        return answer(
                failure,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Lỗi bên trong, đã ghi vào nhật ký (internal error, written to the log)",
                request);
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                "Không có địa chỉ này; danh sách ở /v3/api-docs (no such path; they are listed at /v3/api-docs)");
        return handleExceptionInternal(missing, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalidBody(unreadable, List.of(UnreadableBody.explain(unreadable)), request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : mismatch.getPropertyName();
        return invalidBody(
                mismatch,
                List.of(UnreadableBody.wrongValue(field, mismatch.getValue(), mismatch.getRequiredType())),
                request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalidBody(missing, List.of(missing(missing.getRequestPartName())), request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalidBody(missing, List.of(missing(missing.getParameterName())), request);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException tooLarge, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONTENT_TOO_LARGE,
                "Tệp lớn hơn 200 MB: hãy chia nhỏ hoặc bỏ bớt cột (the file is larger than 200 MB: split it or leave out columns)");
        return handleExceptionInternal(tooLarge, problem, headers, HttpStatus.CONTENT_TOO_LARGE, request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!isApi(request)) {
            return errorPage(status, request);
        }
        ResponseEntity<Object> answer = super.handleExceptionInternal(failure, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail) {
            // Whatever the caller accepts: an error must not become a 406 of its own.
            return ResponseEntity.status(answer.getStatusCode())
                    .headers(answer.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(answer.getBody());
        }
        return answer;
    }

    private static ResponseEntity<Object> errorPage(HttpStatusCode status, WebRequest request) {
        try {
            ((ServletWebRequest) request).getResponse().sendError(status.value());
            return null;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static FieldProblem missing(String field) {
        return new FieldProblem(field, "bắt buộc (required)");
    }

    private ResponseEntity<Object> invalid(Exception cause, List<FieldProblem> problems, WebRequest request)
            throws Exception {
        leaveToPages(cause, request);
        return invalidBody(cause, problems, request);
    }

    private ResponseEntity<Object> invalidBody(Exception cause, List<FieldProblem> problems, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Dữ liệu chưa hợp lệ, chưa có gì được lưu (invalid input, nothing was stored)");
        problem.setProperty("errors", problems);
        return handleExceptionInternal(cause, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    private ResponseEntity<Object> answer(Exception cause, HttpStatus status, String detail, WebRequest request)
            throws Exception {
        leaveToPages(cause, request);
        return handleExceptionInternal(
                cause, ProblemDetail.forStatusAndDetail(status, detail), new HttpHeaders(), status, request);
    }

    // Thrown again, the exception goes on to the next resolver and from there to the error page.
    private static void leaveToPages(Exception cause, WebRequest request) throws Exception {
        if (!isApi(request)) {
            throw cause;
        }
    }

    private static boolean isApi(WebRequest request) {
        HttpServletRequest servlet = ((ServletWebRequest) request).getRequest();
        return servlet.getRequestURI().startsWith(servlet.getContextPath() + "/api/");
    }
}
