// Draws the table beside each chart of a campaign's minutes, and draws it again when htmx brings a new one.
(() => {
  const COLOURS = ['#1f5fa8', '#1b7a3d', '#b3261e'];
  let drawn = null;

  function draw() {
    const table = document.querySelector('#minutes table[data-chart]');
    if (drawn) {
      drawn.destroy();
      drawn = null;
    }
    if (!table || !window.Chart) {
      return;
    }
    const rows = [...table.tBodies[0].rows];
    const headings = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent);
    drawn = new window.Chart(document.querySelector('#minutes canvas'), {
      type: 'line',
      data: {
        labels: rows.map((row) => row.cells[0].textContent),
        datasets: headings.map((label, i) => ({
          label,
          data: rows.map((row) => Number(row.cells[i + 1].textContent.replace(/\D/g, ''))),
          borderColor: COLOURS[i],
          backgroundColor: COLOURS[i],
          pointRadius: rows.length > 40 ? 0 : 3,
          tension: 0,
        })),
      },
      options: { animation: false, maintainAspectRatio: false, scales: { y: { beginAtZero: true, ticks: { precision: 0 } } } },
    });
  }

  document.addEventListener('DOMContentLoaded', draw);
  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.target.id === 'minutes' || event.detail.elt.id === 'minutes') {
      draw();
    }
  });
})();
