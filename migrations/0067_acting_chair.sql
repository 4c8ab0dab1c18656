-- A member of the panel can act for its chair, named for it with a reason: who is recused neither drafts, agrees nor chairs.
alter table competition_members drop constraint competition_members_role_check;
alter table competition_members add constraint competition_members_role_check check (role in
  ('screener', 'panel-chair', 'acting-chair', 'panel-member', 'panel-secretary', 'observer', 'appointing-authority'));
alter table competition_members add column naming_reason text not null default '';
alter table competition_members add constraint competition_members_acting_reason check (role <> 'acting-chair' or naming_reason <> '');
