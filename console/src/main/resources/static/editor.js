// Beside htmx, two things that it can't do: keep the last words when the page is left, and say when keeping fails.
document.addEventListener("DOMContentLoaded", () => {
  let stored = false;
  const form = () => document.getElementById("editor");

  document.addEventListener("submit", (event) => {
    stored = stored || event.target === form();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && form() && !stored && form().dataset.touched) {
      navigator.sendBeacon("/campaigns/autosave", new URLSearchParams(new FormData(form())));
    }
  });
  document.addEventListener("input", (event) => {
    if (form() && form().contains(event.target)) {
      form().dataset.touched = "true";
    }
  });
  const failed = (event) => {
    const kept = document.getElementById("kept");
    if (kept && event.detail.elt === kept) {
      kept.textContent = kept.dataset.failed;
      kept.classList.add("bad");
    }
  };
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt.id === "kept") {
      event.detail.elt.classList.remove("bad");
    }
  });
});
