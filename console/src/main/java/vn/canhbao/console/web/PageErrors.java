package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotAllowed;
import vn.canhbao.core.problem.NotFound;

/** What a page refuses, with the reason; before {@code ApiErrors}, and for pages only. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
@Order(5)
class PageErrors {

    @ExceptionHandler
    ModelAndView on(NotFound missing, HttpServletResponse response) {
        return page(HttpStatus.NOT_FOUND, missing, response);
    }

    @ExceptionHandler
    ModelAndView on(NotAllowed refused, HttpServletResponse response) {
        return page(HttpStatus.FORBIDDEN, refused, response);
    }

    @ExceptionHandler
    ModelAndView on(ConflictingState conflict, HttpServletResponse response) {
        return page(HttpStatus.CONFLICT, conflict, response);
    }

    @ExceptionHandler
    ModelAndView on(InvalidInput invalid, HttpServletResponse response) {
        return page(HttpStatus.BAD_REQUEST, invalid, response);
    }

    private static ModelAndView page(HttpStatus status, Exception reason, HttpServletResponse response) {
        response.setStatus(status.value());
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("reason", reason.getMessage());
        return page;
    }
}
