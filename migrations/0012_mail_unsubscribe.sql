-- Mails that one can have too many of name the address that ends them with one press (RFC 8058).
alter table mails add column unsubscribe_url text check (unsubscribe_url ~ '^https?://[!-~]+$');
