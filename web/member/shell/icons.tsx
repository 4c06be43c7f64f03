// One outline set on a grid of 24. An icon never stands alone: a word is always beside it, so all are hidden from
// screen readers.
const paths = {
  pin: 'M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21zM12 12.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  gift: 'M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7c-5 0-5-4-3-4s3 4 3 4zM12 7c5 0 5-4 3-4s-3 4-3 4z',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  aim: 'M12 18a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM12 2v4M12 18v4M2 12h4M18 12h4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  route: 'M21 3L3 10.5l7.5 3L13.5 21z',
  check: 'M4.5 12.5l5 5 10-11',
  alert: 'M12 3.5L22 20.5H2zM12 10v4.5M12 17.5v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5v.1',
  share: 'M12 15V3.5M8 7l4-3.5L16 7M6 11H5v9.5h14V11h-1',
  ticket: 'M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4zM14 6v12',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  sheet: 'M6 3h9l4 4v14H6zM9.5 11h6M9.5 15h6',
  rest: 'M6 12V6h12v6M3.5 11a2 2 0 0 1 2.5 2v2h12v-2a2 2 0 0 1 2.5-2M5 18h14M6 18v2.5M18 18v2.5',
  water: 'M12 3.5S5.5 10.5 5.5 15a6.5 6.5 0 0 0 13 0C18.5 10.5 12 3.5 12 3.5z',
  charging: 'M13 2.5L5 13.5h6L10 21.5l8.5-11.5H12z',
  hot_meals: 'M3.5 11.5h17a8.5 8.5 0 0 1-5 7.5h-7a8.5 8.5 0 0 1-5-7.5zM9 8c-1-1.5 1-2.5 0-4M14 8c-1-1.5 1-2.5 0-4',
  hot_meal_machine: 'M5 3h14v18H5zM8 6h8v6H8zM8 16h4M16 15.5v2',
  toilet:
    'M7.5 6a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM16.5 6a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM5 9h5v6.5H9V21H6v-5.5H5zM16.5 9l3 7H18v5h-3v-5h-1.5zM12 4v17',
  medicine: 'M5.5 12.5l7-7a4.2 4.2 0 0 1 6 6l-7 7a4.2 4.2 0 0 1-6-6zM9 9l6 6',
  first_aid: 'M4 8h16v12H4zM9 8V5h6v3M12 11v6M9 14h6',
  reading: 'M12 6c-2.5-2-5.5-2-8.5-1.5V18c3-.5 6-.5 8.5 1.5 2.5-2 5.5-2 8.5-1.5V4.5C17.5 4 14.5 4 12 6zM12 6v13.5',
  battery_swap: 'M3 8h15v8H3zM21 11v2M11 9.5L8.5 12H12l-2.5 2.5',
  parking: 'M4 4h16v16H4zM9.5 17V7.5h3.5a2.8 2.8 0 0 1 0 5.6H9.5',
  shower: 'M5 21V6a3 3 0 0 1 6 0v1M7.5 10a3.5 3.5 0 0 1 7 0zM9 13v1.5M13 13v1.5M11 16v1.5M14.5 16.5V18M8 18v1.5',
  mother_and_baby_room: 'M9 9h6v3.5l1 2.5v6H8v-6l1-2.5zM10 9V6.5c0-1 .5-1.5 1-3h2c.5 1.5 1 2 1 3V9M8 16h4',
  step_free_access: 'M11 6a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 11 6zM11 8v6.5h5l2.5 5M11 11h4M8 11.5a5 5 0 1 0 6.5 6.5',
};
export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
