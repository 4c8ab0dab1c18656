-- The record of a competition finds its appointments by the events that began them, also those whose rows are gone.
create index events_of_beginnings on events ((details ->> 'application'))
  where subject = 'appointment' and action = 'appointment-begun';
