package org.coursewise.console.layout;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Problem;
import org.coursewise.console.api.SignedOutException;
import org.coursewise.console.session.SessionGuard;
import org.coursewise.console.web.Language;
import org.coursewise.console.web.Pages;
import org.coursewise.console.web.Redirect;

/**
 * An act that the API refuses is told on the page where it was tried, with what was typed still there: the problem's title
 * and what to do about it. A form of a session that is over, or of somebody else's, does nothing.
 */
public final class ProblemMessages extends ExceptionHandlerWrapper {

    /** How Faces comes by it; named in faces-config.xml. */
    public static final class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new ProblemMessages(getWrapped().getExceptionHandler());
        }
    }

    private ProblemMessages(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        var faces = FacesContext.getCurrentInstance();
        for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
            var context = events.next().getContext();
            if (told(faces, context.getPhaseId(), context.getException())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean told(FacesContext faces, PhaseId phase, Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ViewExpiredException) {
                sayExpired(faces);
                return true;
            }
            if (each instanceof ApiException refused) {
                refused(refused.problem(), phase, faces);
                return true;
            }
            if (each instanceof SignedOutException) {
                signOut(faces);
                return true;
            }
        }
        if (phase == PhaseId.RESTORE_VIEW) {
            // a state that is none
            sayExpired(faces);
            return true;
        }
        return false;
    }

    /** An act is told of on its page; a page that cannot be made becomes that of the error. */
    private static void refused(Problem problem, PhaseId phase, FacesContext faces) {
        if (phase == PhaseId.INVOKE_APPLICATION) {
            messages(problem, languageOf(faces), faces);
            return;
        }
        requestOf(faces).setAttribute(ErrorPage.PROBLEM, problem);
        try {
            faces.getExternalContext().responseSendError(problem.status(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static void signOut(FacesContext faces) {
        Optional.ofNullable(requestOf(faces).getSession(false)).ifPresent(HttpSession::invalidate);
        Redirect.to(SessionGuard.logInFor(requestOf(faces)));
        faces.responseComplete();
    }

    private static HttpServletRequest requestOf(FacesContext faces) {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    /** For a page that refuses an act itself. */
    public static void say(String title, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, title, text));
    }

    /**
     * In the words of problem pages, so that both say the same. As a warning: after an error, Faces shows lists as they were
     * before the page was loaded, which is empty.
     */
    private static void messages(Problem problem, Locale language, FacesContext faces) {
        var words = ProblemWords.of(problem, language);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, words.title(), words.text()));
        faces.validationFailed();
    }

    private static void sayExpired(FacesContext faces) {
        var request = requestOf(faces);
        var query = request.getQueryString();
        Redirect.to(Pages.pathOf(request) + (query == null ? "?" : "?" + query + "&") + "expired=1");
        faces.responseComplete();
    }

    private static Locale languageOf(FacesContext faces) {
        return Language.of(requestOf(faces));
    }
}
