// Draws every <canvas data-chart='{"upright":…,"labels":[…],"series":[…]}'> with Chart.js. The figures stand in a table beside it.
'use strict';
document.addEventListener('DOMContentLoaded', () => {
  const language = document.documentElement.lang || 'vi';
  const number = value => Number(value).toLocaleString(language);
  const short = text => text.length > 34 ? text.slice(0, 33) + '…' : text;
  document.querySelectorAll('canvas[data-chart]').forEach(canvas => {
    const chart = JSON.parse(canvas.dataset.chart);
    const values = { stacked: true, beginAtZero: true, ticks: { precision: 0, callback: number } };
    const names = { stacked: true, grid: { display: false } };
    if (!chart.upright) {
      names.ticks = { autoSkip: false, callback(index) { return short(this.getLabelForValue(index)); } };
    }
    new Chart(canvas, {
      type: 'bar',
      data: {
        labels: chart.labels,
        datasets: chart.series.map(one => ({ label: one.name, data: one.values, backgroundColor: one.colour, maxBarThickness: 28 }))
      },
      options: {
        indexAxis: chart.upright ? 'x' : 'y',
        maintainAspectRatio: false,
        animation: false,
        scales: chart.upright ? { x: names, y: values } : { x: values, y: names },
        plugins: {
          legend: { display: chart.series.length > 1, position: 'bottom', labels: { boxWidth: 14 } },
          tooltip: { callbacks: { label: item => item.dataset.label + ': ' + number(item.raw) } }
        }
      }
    });
  });
});
